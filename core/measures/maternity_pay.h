#pragma once
// Pay during the mother's leave, which a birth and a miscarriage have in common.

#include "core/measures/common.h"

namespace benefits {

enum class TopUp { employer, none };
/// By how many days a monthly wage is divided; the options' values are the divisors.
inline constexpr ValueAssumption pay_divisor{"leave.maternity.pay_divisor", Unit::days_per_month,
                                             1};
/// Whether the employer makes up for a fund's allowance below the own wage.
inline constexpr Assumption<TopUp> top_up{"leave.maternity.top_up", "employer", "none"};

/// The fund bears `days_of_fund` of `total` at the employer's average wage if she is insured; the
/// employer bears the rest at her own wage, and the difference (decree-619/5, 8).
Payment maternity_payment(Case& c, int total, int (*days_of_fund)(Case&, int total));

}  // namespace benefits
