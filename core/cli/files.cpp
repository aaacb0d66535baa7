#include "core/cli/files.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
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
  close_file(file);
  if (got < 0) return std::nullopt;
  text.resize(std::min(text.size(), most + 1));
  return text;
}

LineReader::LineReader(const std::string& path, std::size_t longest)
    : file_(open_file(path)), longest_(longest), block_(block_size, '\0') {}

LineReader::~LineReader() { close_file(file_); }

std::vector<std::string> LineReader::next() {
  std::vector<std::string> lines;
  while (lines.empty() && !ended_) {
    const ssize_t got = read(file_, block_.data(), block_.size());
    if (got <= 0) {
      ended_ = true;
      failed_ = got < 0;
      if (!rest_.empty()) lines.push_back(std::move(rest_));
      break;
    }
    std::string_view text(block_.data(), static_cast<std::size_t>(got));
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      const std::string_view part = text.substr(0, end);
      const std::size_t room = longest_ + 1 - rest_.size();
      rest_.append(part.substr(0, room));
      if (end == std::string_view::npos) break;
      lines.push_back(std::move(rest_));
      rest_.clear();
      text.remove_prefix(end + 1);
    }
  }
  return lines;
}

}  // namespace benefits::cli
