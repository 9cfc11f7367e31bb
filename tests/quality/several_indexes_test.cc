// One index, two that are read as one, a stub file that lists them, and one of them served by Xapian's remote backend:
// the same answers, facets and collapsed clauses included.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>
#include <thread>

#include "indexer/index_writer.h"
#include "query/render_search.h"
#include "tests/quality/evaluation.h"
#include "tests/unit/temporary_folder.h"

namespace clausula {
namespace {

const std::filesystem::path source(CLAUSULA_SOURCE_DIR);

// The sample as one index, and every second policy of it in one of two.
struct Indexes {
  Indexes() {
    const Listing all = list_corpus(source / "corpus/sample");
    update_index(all, path("all"), {});
    for (const std::size_t half : {0U, 1U}) {
      Listing part = all;
      part.policies.clear();
      for (std::size_t i = half; i < all.policies.size(); i += 2) part.policies.push_back(all.policies[i]);
      update_index(part, path(half == 0 ? "even" : "odd"), {});
    }
  }
  std::filesystem::path path(const std::string& name) const { return folder.path() / name; }

  TemporaryFolder folder;
};

// To every `step`th question.
std::string answers(const std::vector<std::string>& paths, std::size_t step) {
  const Store store(paths);
  Searcher searcher(store);
  std::ostringstream out;
  const std::vector<JudgedQuestion> questions = read_questions(source / "tests/quality/questions");
  for (std::size_t i = 0; i < questions.size(); i += step) {
    SearchRequest request;
    request.query = questions[i].text;
    request.facets = true;
    render_json(searcher.search(request), out);
    out << '\n';
  }
  return out.str();
}

// The first line that differs, which a failed test can show.
std::string difference(const std::string& a, const std::string& b) {
  std::istringstream left(a);
  std::istringstream right(b);
  std::string x;
  std::string y;
  while (true) {
    const bool more = static_cast<bool>(std::getline(left, x));
    if (static_cast<bool>(std::getline(right, y)) != more) return "one has more lines";
    if (!more) return "";
    if (x != y) return x.substr(0, 1500) + "\n" + y.substr(0, 1500);
  }
}

int free_port() {
  const int descriptor = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  bind(descriptor, reinterpret_cast<sockaddr*>(&address), size);
  getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size);
  close(descriptor);
  return ntohs(address.sin_port);
}

// Xapian's server for one index, until the end of the test.
class Server {
 public:
  explicit Server(const std::filesystem::path& index) : port_(free_port()) {
    const std::string port = std::to_string(port_);
    process_ = fork();
    if (process_ == 0) {
      setsid();  // when it ends, it ends its whole process group
      execlp("xapian-tcpsrv", "xapian-tcpsrv", "--quiet", "--interface", "127.0.0.1", "--port", port.c_str(),
             index.c_str(), nullptr);
      _exit(127);
    }
  }
  ~Server() {
    kill(process_, SIGTERM);
    waitpid(process_, nullptr, 0);
  }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // Whether it takes connections; false where the program is not there.
  bool wait() const {
    for (int i = 0; i < 100; ++i) {
      int status = 0;
      if (waitpid(process_, &status, WNOHANG) == process_) return false;
      const int descriptor = socket(AF_INET, SOCK_STREAM, 0);
      sockaddr_in address{};
      address.sin_family = AF_INET;
      address.sin_port = htons(static_cast<std::uint16_t>(port_));
      address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
      const bool open = connect(descriptor, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
      close(descriptor);
      if (open) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
  }
  int port() const { return port_; }

 private:
  int port_;
  pid_t process_ = 0;
};

TEST_CASE("several indexes, here and on another machine, answer as one") {
  const Indexes indexes;
  const auto one = [&](std::size_t step) { return answers({indexes.path("all").string()}, step); };
  const std::string even = indexes.path("even").string();
  const std::string odd = indexes.path("odd").string();

  SECTION("named one after the other") { CHECK(difference(one(1), answers({even, odd}, 1)) == ""); }
  SECTION("in a stub file") {
    constexpr std::size_t step = 3;
    indexes.folder.write("stub", "auto " + even + "\nauto " + odd + "\n");
    CHECK(difference(one(step), answers({indexes.path("stub").string()}, step)) == "");
  }
  SECTION("over the remote backend") {
    const Server server(odd);
    if (!server.wait()) {
      WARN("skipped: xapian-tcpsrv (package xapian-tools) is not installed");
      return;
    }
    constexpr std::size_t step = 5;  // every answer is some hundred messages
    indexes.folder.write("stub", "auto " + even + "\nremote 127.0.0.1:" + std::to_string(server.port()) + "\n");
    CHECK(difference(one(step), answers({indexes.path("stub").string()}, step)) == "");
  }
}

}  // namespace
}  // namespace clausula
