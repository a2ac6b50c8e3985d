/**
 * The die: tiles in rows, each with the room that its converters take. Converters are black boxes,
 * an outline with the area that the technology gives them.
 */
package pnnc.crossbar.die;
