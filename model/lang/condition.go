package lang

import "bordertop/model"

// NoConditions says that none is known.
func (w Words) NoConditions() string { return "no condition is known" }

// NoSide stands for the side of a condition that names none.
func (w Words) NoSide() string { return "side not stated" }

// Standing says how a condition stands; that it is unknown, where its record
// does not say.
func (w Words) Standing(s model.ConditionState) string {
	if s == "" {
		s = model.UnknownCondition
	}
	return w.Condition(s)
}
