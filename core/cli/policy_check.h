#pragma once
// What the readers of core/ accept in a policy file and is a mistake all the same: names without
// words in the catalogues, and figures that contradict one another.

#include <string_view>

#include "core/cli/messages.h"
#include "core/error.h"

namespace benefits::cli {

/// Everything that is wrong with a policy file, in the document's order:
/// - what the core says of it, `found`;
/// - `unknown_option`: an office, source, service, right or good that has no words; a paragraph
///   that its document does not have; another measure than the benefit's;
/// - `missing_member`, `unknown_member`: no measure of a benefit that belongs to one, and one of a
///   benefit that belongs to none;
/// - `duplicate_entry`: a word twice in one list;
/// - `unknown_figure`: an option's value that no rule reads;
/// - `out_of_range`: an age from which that is not below the age under which; a figure that is on
///   the wrong side of another, or beyond what there can be;
/// - `not_in_order`: a document published before it was issued.
/// @param compiled_in the text of the policy that the command carries
/// @param found what Calculator::policy_errors says of `text`
Errors check_policy(std::string_view text, std::string_view compiled_in, const Errors& found,
                    const Messages& messages);

}  // namespace benefits::cli
