#include "core/cli/line_cutter.h"

#include <utility>

namespace benefits::cli {

std::vector<std::string> LineCutter::cut(std::string_view block) {
  std::vector<std::string> lines;
  while (!block.empty()) {
    const std::size_t end = block.find('\n');
    const std::string_view part = block.substr(0, end);
    const std::size_t room = longest_ + 1 - rest_.size();
    rest_.append(part.substr(0, room));
    if (end == std::string_view::npos) break;
    lines.push_back(std::move(rest_));
    rest_.clear();
    block.remove_prefix(end + 1);
  }
  return lines;
}

std::vector<std::string> LineCutter::rest() {
  std::vector<std::string> lines;
  if (!rest_.empty()) lines.push_back(std::move(rest_));
  rest_.clear();
  return lines;
}

}  // namespace benefits::cli
