/**
 * What a process asks of a layout: masks, rules, what conducts into what, and what is a device.
 * Plain records with lengths as whole database units (dbu) and areas as whole square dbu, so that
 * those who describe a process and those who draw, check and extract share nothing else.
 *
 * <pre>{@code
 * Mask met1 =
 *     new Mask("met1", 68, 20, OptionalInt.of(5), OptionalInt.of(16), Purpose.CONDUCTOR,
 *         OptionalDouble.of(0.125));
 * Rule width = new Rule.Width("met1", 140, Rule.Curves.NONE, "m1.1");
 * ProcessRules process =
 *     new ProcessRules("mine", 1, 5, List.of(met1), List.of(width), List.of(), List.of());
 * process.rules(Rule.Width.class).get(0).least();   // 140 dbu of 1 nm
 * process.mask("met1").number();                    // 68
 * }</pre>
 */
package pnnc.base.process;
