#pragma once
// What is wrong with a document: a place, a code and arguments. Never a sentence.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace benefits {

/// The closed list of codes of assets/schema/result.schema.json, in its order; an enumerator is its
/// JSON word. The last group is of faults in policy files only.
enum class ErrorCode {
  invalid_json,       ///< args.offset: bytes before the fault
  invalid_utf8,       ///< args.offset
  duplicate_key,      ///< a member named twice, names compared after unescaping
  too_large,          ///< over 1 MiB; args.max: bytes
  too_deep,           ///< more than 32 arrays and objects inside one another; args.max
  wrong_type,         ///< args.expected
  unknown_member,     ///< args.did_you_mean where a known name is near
  missing_member,     ///< the pointer is that of the absent member
  invalid_date,       ///< not YYYY-MM-DD or no day of the calendar; args.got
  out_of_range,       ///< args.min, args.max
  too_many_decimals,  ///< args.max
  unknown_option,     ///< args.got
  misplaced_member,   ///< given where a sibling rules it out; args.sibling: its name
  contradiction,      ///< two inputs that cannot both hold; args.with: the other's pointer

  unknown_figure,     ///< a figure, list or option's value that no rule uses
  unknown_benefit,    ///< an id that no rule computes; args.got
  duplicate_entry,    ///< an id or word listed twice
  overlapping_dates,  ///< two values of a figure hold on one day
  gap_in_dates,       ///< a day in force on which a figure has no value
  not_in_order,       ///< dates, months or days of the year that must ascend do not
};

std::string_view word(ErrorCode code);

/// A number, or a text where it has one.
struct ErrorArg {
  std::string_view name;  ///< a constant
  std::int64_t number = 0;
  std::optional<std::string> text = {};
};

struct Error {
  std::string pointer;  ///< RFC 6901
  ErrorCode code = ErrorCode::invalid_json;
  std::vector<ErrorArg> args = {};
};

using Errors = std::vector<Error>;

/// How much may be said of one document, so that memory and answer stay in proportion to it.
/// Usually all its errors; but where long names recur in the pointers of many, the errors of a
/// document of 1 MiB could take gigabytes. Once the pointers have exceeded their usual length by a
/// mebibyte in all, no further error is added.
class Allowance {
 public:
  bool spent() const { return overrun_ >= most; }
  void spend(const Error& error) {
    if (error.pointer.size() > usual_pointer) overrun_ += error.pointer.size() - usual_pointer;
  }

 private:
  static constexpr std::size_t most = std::size_t{1} << 20;
  static constexpr std::size_t usual_pointer = 48;

  std::size_t overrun_ = 0;
};

/// `{"errors":[…]}`, one line; two spaces a level where `pretty`.
std::string write_errors(const Errors& errors, bool pretty = false);

}  // namespace benefits
