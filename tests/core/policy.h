#pragma once
// The policy file with changes, for tests of what follows from them.

#include <filesystem>
#include <string>

#include "tests/core/support.h"

namespace benefits::test {

std::filesystem::path policy_file();

/// `/benefits/leave.parental/force` as the RFC 6901 pointer with the entry's index,
/// `/benefits/-/id` that of the last entry; a pointer that has an index already, or names nothing,
/// stays.
std::string by_index(const Json& policy, const std::string& pointer);

/// The policy of the tree with `change["where"]` and `change["untold"]`; pointers as above, each
/// read against the file as it stands. "where" may also name the end of a list: "/benefits/-".
Json changed_policy(const Json& change);

/// Under the policy with one figure changed. @pre the changed policy is sound
Calculator calculator_with(const std::string& pointer, const Json& value);

}  // namespace benefits::test
