#include "core/cli/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <string_view>

namespace benefits::cli {

namespace {

constexpr std::size_t block_size = std::size_t{256} * 1024;

int open_file(const std::string& path) {
  return path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC);
}

void close_file(int file) {
  if (file > STDIN_FILENO) close(file);
}

}  // namespace

std::optional<std::string> read_file(const std::string& path, std::size_t most) {
  const int file = open_file(path);
  if (file < 0) return std::nullopt;
  std::string text;
  std::string block(block_size, '\0');
  ssize_t got = 0;
  while (text.size() <= most && (got = read(file, block.data(), block.size())) > 0) {
    text.append(block, 0, static_cast<std::size_t>(got));
  }
  const int why = errno;
  close_file(file);
  errno = why;
  if (got < 0) return std::nullopt;
  text.resize(std::min(text.size(), most + 1));
  return text;
}

LineReader::LineReader(const std::string& path, std::size_t longest)
    : file_(open_file(path)), block_(block_size, '\0'), cutter_(longest) {}

LineReader::~LineReader() { close_file(file_); }

std::vector<std::string> LineReader::next() {
  std::vector<std::string> lines;
  while (lines.empty() && !ended_) {
    const ssize_t got = read(file_, block_.data(), block_.size());
    ended_ = got <= 0;
    failed_ = got < 0;
    lines = ended_ ? cutter_.rest()
                   : cutter_.cut(std::string_view(block_).substr(0, static_cast<std::size_t>(got)));
  }
  return lines;
}

}  // namespace benefits::cli
