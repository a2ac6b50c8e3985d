/**
 * One version of the ONNX operator set for everything that follows. Models come with operator sets
 * 7 to 25; {@link pnnc.passes.upgrade.UpgradeOpset} says the same in operator set {@value
 * pnnc.passes.upgrade.UpgradeOpset#TARGET}:
 *
 * <pre>{@code
 * opset "" 9                              opset "" 24
 * %y = Squeeze(%x) {axes = [1]}           %y = Squeeze(%x, %axes[1])
 * %z = Softmax(%y) {axis = 1}             %z = Softmax(%y) {axis = -1}
 * }</pre>
 *
 * <p>The table {@code upgrades.txt} has a verdict on every change that the standard made to an
 * operator in these versions; a test holds it against the catalogue of operators. Where it says
 * {@code rewritten}, {@link pnnc.passes.upgrade.Rules} has the rule, which looks at one operator
 * and returns it as the version after the change means it. An operator takes its changes one by
 * one.
 */
package pnnc.passes.upgrade;
