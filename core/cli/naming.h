#pragma once
// The names of sources, people and questions, as phrases of one language.

#include <string>
#include <string_view>

#include "core/cli/messages.h"
#include "core/policy.h"
#include "core/result.h"

namespace benefits::cli {

class Names {
 public:
  /// Both are kept by reference.
  Names(const Policy& policy, const Messages& messages) : policy_(policy), m_(messages) {}

  /// What a policy file or a step cites: document with paragraph or article.
  std::string source(std::string_view cited) const;
  /// Who holds a benefit.
  std::string subject(Subject subject) const;
  /// What gives rise to a benefit.
  std::string about(Subject cause) const;
  /// The label of a question, with whom it is about where there are several.
  std::string input(InputId id) const;

 private:
  const Policy& policy_;
  const Messages& m_;
};

}  // namespace benefits::cli
