#include <algorithm>
#include <cstddef>
#include <vector>

#include "core/cli/batch.h"
#include "core/cli/line_cutter.h"
#include "tests/core/support.h"
#include "tests/fuzz/targets.h"

namespace benefits::fuzz {

namespace {

// Another way to cut than that of the command: the whole stream at once.
std::vector<std::string> lines_of(std::string_view stream, std::size_t longest) {
  std::vector<std::string> lines;
  while (!stream.empty()) {
    const std::size_t end = std::min(stream.find('\n'), stream.size());
    lines.emplace_back(stream.substr(0, std::min(end, longest + 1)));
    stream.remove_prefix(std::min(end + 1, stream.size()));
  }
  return lines;
}

// The stream in blocks, as reading a file gives it.
class Blocks {
 public:
  Blocks(std::string_view stream, std::size_t size, std::size_t longest)
      : stream_(stream), size_(size), cutter_(longest) {}

  std::vector<std::string> next() {
    std::vector<std::string> lines;
    while (lines.empty() && !stream_.empty()) {
      lines = cutter_.cut(stream_.substr(0, size_));
      stream_.remove_prefix(std::min(size_, stream_.size()));
    }
    return lines.empty() ? cutter_.rest() : lines;
  }

 private:
  std::string_view stream_;
  std::size_t size_;
  cli::LineCutter cutter_;
};

std::size_t byte(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

}  // namespace

std::string try_batch(std::string_view bytes) {
  if (bytes.size() < 2) return "";
  const std::size_t block = byte(bytes, 0) + 1;
  const std::size_t longest = byte(bytes, 1) * 8;
  const std::string_view stream = bytes.substr(2);

  std::string written;
  Blocks blocks(stream, block, longest);
  const cli::Answered answered = cli::batch(
      test::calculator().policy(), [&] { return blocks.next(); },
      [&](std::string_view answers) { written += answers; }, false);

  const auto lines = lines_of(stream, longest);
  const auto got = lines_of(written, written.size());
  if (got.size() != lines.size()) return "not one answer for each line";
  cli::Answered expected{lines.size()};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (got[i] != test::calculator().evaluate(lines[i], false)) return "line " + lines[i];
    if (!got[i].starts_with(R"({"errors":)")) continue;
    if (expected.bad++ > 0) continue;
    expected.first_bad = i + 1;
    expected.bad_line = lines[i];
  }
  return answered == expected ? "" : "the bad lines were not counted right";
}

}  // namespace benefits::fuzz
