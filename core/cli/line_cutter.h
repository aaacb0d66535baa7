#pragma once
// A stream cut into lines, in bounded memory, wherever its blocks end.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace benefits::cli {

/// Lines end with "\n", which is not part of them; what follows the last one is a line if it is not
/// empty.
class LineCutter {
 public:
  /// @param longest bytes of a line that are kept; of a longer one, that many and one more
  explicit LineCutter(std::size_t longest) : longest_(longest) {}

  /// The lines that end in this block of the stream.
  std::vector<std::string> cut(std::string_view block);
  /// After the last block: the line without an end, if there is one.
  std::vector<std::string> rest();

 private:
  std::size_t longest_;
  std::string rest_;  ///< of a line whose end was not seen yet
};

}  // namespace benefits::cli
