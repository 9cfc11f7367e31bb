# clausula_embed(TARGET NAME FILE…): compiles the files into TARGET as a table that lexicon code reads:
#   extern const clausula::EmbeddedFile NAME[]; extern const std::size_t NAME_count;
function(clausula_embed target name)
  set(source "${CMAKE_CURRENT_BINARY_DIR}/${name}.cc")
  add_custom_command(
    OUTPUT "${source}"
    COMMAND "${CMAKE_COMMAND}" "-DNAME=${name}" "-DOUTPUT=${source}" "-DFILES=${ARGN}"
            -P "${PROJECT_SOURCE_DIR}/cmake/EmbedFiles.cmake"
    DEPENDS ${ARGN} "${PROJECT_SOURCE_DIR}/cmake/EmbedFiles.cmake"
    VERBATIM)
  target_sources(${target} PRIVATE "${source}")
endfunction()
