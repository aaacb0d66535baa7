#include <utility>

#include "core/cli/explain.h"
#include "core/cli/fault.h"

namespace benefits::cli {

std::string explain(const Errors& errors, std::string_view text, const Messages& messages,
                    std::size_t first_line) {
  std::string told;
  for (const Error& error : errors) {
    std::string line = with_label(error.pointer, messages);
    if (line.empty()) {
      line = unreadable(error, text, messages, first_line);
    } else {
      line.append(": ").append(sentence(error, messages));
    }
    told += on_one_line(std::move(line)) + "\n";
  }
  return told;
}

}  // namespace benefits::cli
