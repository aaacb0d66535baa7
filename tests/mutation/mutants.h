#pragma once
// Every mutant of the rules in one build: an expression that has mutants is written as one of
// these, which does what the expression did unless one of its mutants is the one at work. Included
// before everything else; see operators.mjs for who writes the calls.

#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <type_traits>

namespace mutation {

/// The mutant at work, of a process: MUTANT in its environment; none without.
inline int at_work() {
  static const int number = [] {
    const char* told = std::getenv("MUTANT");
    return told != nullptr ? std::atoi(told) : -1;
  }();
  return number;
}

inline bool is(int mutant) { return at_work() == mutant; }

/// `a op b`. Mutants: the limit itself on the other side (of == and != there is none); the
/// opposite.
template <char op, class A, class B>
bool compare(int mutant, const A& a, const B& b) {
  if constexpr (op == '=' || op == '!') {
    return (a == b) == ((op == '=') != is(mutant));
  } else if constexpr (op == '<') {
    return is(mutant) ? !(b < a) : (a < b) != is(mutant + 1);
  } else if constexpr (op == 'l') {  // <=
    return is(mutant) ? a < b : !(b < a) != is(mutant + 1);
  } else if constexpr (op == '>') {
    return is(mutant) ? !(a < b) : (b < a) != is(mutant + 1);
  } else {  // >=
    return is(mutant) ? b < a : !(a < b) != is(mutant + 1);
  }
}

/// `a && b`. Mutants: or; a alone; b alone.
template <class B>
bool both(int mutant, bool a, B b) {
  if (is(mutant)) return a || b();
  if (is(mutant + 1)) return a;
  if (is(mutant + 2)) return b();
  return a && b();
}

/// `a || b`. Mutants: and; a alone; b alone.
template <class B>
bool either(int mutant, bool a, B b) {
  if (is(mutant)) return a && b();
  if (is(mutant + 1)) return a;
  if (is(mutant + 2)) return b();
  return a || b();
}

/// A truth, or a `!`. Mutant: its opposite.
inline bool truth(int mutant, bool told) { return told != is(mutant); }

/// A whole number written out. Mutants: one more; one less.
template <class T>
T constant(int mutant, T number) {
  return static_cast<T>(number + (is(mutant) ? 1 : 0) - (is(mutant + 1) ? 1 : 0));
}

template <class Result, class T>
Result as(const T& value) {
  if constexpr (std::is_convertible_v<T, Result>) {
    return value;
  } else {
    return Result{};
  }
}

/// `a op b`. Mutant: the operator's partner where the types have it, else a alone.
template <char op, class A, class B>
auto arithmetic(int mutant, const A& a, const B& b) {
  if constexpr (op == '+') {
    using Result = decltype(a + b);
    if (!is(mutant)) return a + b;
    if constexpr (requires { Result{a - b}; }) {
      return Result{a - b};
    } else {
      return as<Result>(a);
    }
  } else if constexpr (op == '-') {
    using Result = decltype(a - b);
    if (!is(mutant)) return a - b;
    if constexpr (requires { Result{a + b}; }) {
      return Result{a + b};
    } else {
      return as<Result>(a);
    }
  } else if constexpr (op == '*') {
    using Result = decltype(a * b);
    if (!is(mutant)) return a * b;
    if constexpr (requires { Result{a + b}; }) {
      return Result{a + b};
    } else {
      return as<Result>(a);
    }
  } else if constexpr (op == '/') {
    using Result = decltype(a / b);
    if (!is(mutant)) return a / b;
    if constexpr (requires { Result{a * b}; }) {
      return Result{a * b};
    } else {
      return as<Result>(a);
    }
  } else {
    using Result = decltype(a % b);
    return is(mutant) ? Result{a * b} : Result{a % b};
  }
}

/// `a += b` and its like. Mutant: the partner.
template <char op, class A, class B>
A& assign(int mutant, A& a, const B& b) {
  if constexpr (op == '+') {
    if (!is(mutant)) return a += b;
    if constexpr (requires { a -= b; }) a -= b;
  } else if constexpr (op == '-') {
    is(mutant) ? a += b : a -= b;
  } else if constexpr (op == '*') {
    is(mutant) ? a += b : a *= b;
  } else if constexpr (op == '/') {
    is(mutant) ? a *= b : a /= b;
  } else {  // |=
    is(mutant) ? a &= b : a |= b;
  }
  return a;
}

/// `++a`, `--a`. Mutant: the other.
template <char op, class A>
A& step(int mutant, A& a) {
  return (op == '+') != is(mutant) ? ++a : --a;
}

/// One of an enumeration's words. Mutant: the next of them.
template <class T>
T other(int mutant, T told, T next) {
  return is(mutant) ? next : told;
}

/// std::max, std::min. Mutant: the other.
template <char op, class A, class B>
auto extreme(int mutant, const A& a, const B& b) {
  return ((op == 'x') != is(mutant)) == (a < b) ? b : a;
}

/// A key. Mutant: none.
inline std::string_view word(int mutant, std::string_view told) {
  return is(mutant) ? std::string_view{} : told;
}

/// A function that a rule may do without. Mutant: it does.
template <class Function>
Function* function(int mutant, Function* told) {
  return is(mutant) ? nullptr : told;
}

/// A condition. Mutant: it always holds.
template <class Condition>
Condition condition(int mutant, const Condition& told) {
  Condition changed = told;
  if (is(mutant)) changed.holds = [](auto&) { return true; };
  return changed;
}

}  // namespace mutation
