#pragma once
// Whole files and their lines, in bounded memory.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/cli/line_cutter.h"

namespace benefits::cli {

/// The file's bytes; of standard input for "-". Of a longer one `most` bytes and one more.
/// @return nothing where it cannot be read; `errno` says why
std::optional<std::string> read_file(const std::string& path, std::size_t most);

/// Lines of a file or of standard input, as they arrive.
class LineReader {
 public:
  /// @param path "-" for standard input
  /// @param longest as for LineCutter
  LineReader(const std::string& path, std::size_t longest);
  ~LineReader();
  LineReader(const LineReader&) = delete;
  LineReader& operator=(const LineReader&) = delete;

  /// If not, `errno` says why.
  bool is_open() const { return file_ >= 0; }
  /// The lines that can be had without waiting for more than one read; empty at the end.
  std::vector<std::string> next();
  /// Whether reading ended by a fault instead of the end of the file.
  bool failed() const { return failed_; }

 private:
  int file_;
  std::string block_;
  LineCutter cutter_;
  bool ended_ = false;
  bool failed_ = false;
};

}  // namespace benefits::cli
