# Run as a script: writes OUTPUT, which takes in each of FILES through the assembler, so that size does not matter.
set(body "#include \"indexer/embedded.h\"\n\n")
set(rows "")
set(count 0)
foreach(file IN LISTS FILES)
  get_filename_component(base "${file}" NAME)
  set(symbol "${NAME}_${count}")
  string(APPEND body
         "__asm__(\".section .rodata\\n.global ${symbol}_begin\\n${symbol}_begin:\\n.incbin \\\"${file}\\\"\\n\"\n"
         "        \".global ${symbol}_end\\n${symbol}_end:\\n.byte 0\\n.previous\\n\");\n"
         "extern \"C\" const char ${symbol}_begin[], ${symbol}_end[];\n")
  string(APPEND rows "    {\"${base}\", ${symbol}_begin, ${symbol}_end},\n")
  math(EXPR count "${count} + 1")
endforeach()
string(APPEND body "\nnamespace clausula {\nextern const EmbeddedFile ${NAME}[] = {\n${rows}};\n"
                   "extern const std::size_t ${NAME}_count = ${count};\n}  // namespace clausula\n")
file(WRITE "${OUTPUT}" "${body}")
