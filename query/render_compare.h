// A comparison as text, JSON and CSV.
#pragma once

#include <iosfwd>

#include "query/compare.h"
#include "query/text_layout.h"

namespace clausula {

// A row a policy, a column a topic; "–" where the policy is silent, "no fact" where it says something that is no fact.
void render_text(const CompareTable& table, const TextOptions& options, std::ostream& out);
void render_csv(const CompareTable& table, std::ostream& out);

// {"topics", "policies": [{"policy", …, "cells": [{"topic", "silent", "facts"}]}], "total"}
void render_json(const CompareTable& table, std::ostream& out);

}  // namespace clausula
