/**
 * The network IR: an immutable SSA graph whose operators are ONNX operators. What an operator means
 * is written in the ONNX standard and nowhere else; pnnc adds none of its own until the partition
 * cuts physical blocks out.
 *
 * <p>A {@link pnnc.ir.network.Network} holds a {@link pnnc.ir.network.Graph}, a graph {@link
 * pnnc.ir.network.Node}s and constants. Values are names. What is known of a value's type and where
 * it came from stands beside the nodes, by value. Weights stay where they are (a mapped file, one
 * repeated element) until somebody reads them. A pass changes a graph with a {@link
 * pnnc.ir.network.GraphEditor}; {@link pnnc.ir.network.NetworkVerifier} looks at the result.
 *
 * <p>The text form, {@code .pnnir}, is written by {@link pnnc.ir.network.NetworkPrinter} and read
 * by {@link pnnc.ir.network.NetworkParser}:
 *
 * <pre>{@code
 * pnnir 1
 * opset "" 13
 *
 * graph main(%image: f32[1, 1, 28, 28]) -> (%prediction: f32[1, 10]) {
 *   const %fc1.weight: f32[784, 10] = file "mnist.onnx" 1234 31360
 *   const %shape: i64[2] = [1, -1]
 *   %3: f32[1, 784] = Reshape(%image, %shape) @ "/Flatten"
 *   %4: f32[1, 10] = MatMul(%3, %fc1.weight)
 *   %prediction: f32[1, 10] = Softmax(%4) {axis = 1}
 * }
 * }</pre>
 *
 * <p>Blanks and line ends separate and mean nothing else; {@code //} begins a comment. A type may
 * be left out, as {@code ?} or with its colon: then it is not known. Types, names, constants and
 * origins that are printed are read back equal, numbers to the bit.
 *
 * <pre>{@code
 * file      = "pnnir" "1" [opsets] [producer] graph {function}
 * opsets    = "opset" NAME INT {"," NAME INT}                 domain and version
 * producer  = "producer" STRING STRING "ir" INT notes         tool, its version; of the file format
 * notes     = ["{" NAME "=" STRING {"," ...} "}"] [unread]    metadata
 * unread    = "unread" bytes                                  ONNX fields without meaning here
 *
 * graph     = "graph" [NAME] "(" [input {"," input}] ")" "->" "(" [typed {"," typed}] ")" [unread]
 *             "{" {constant | fact | node} "}"
 * input     = typed ["=" (data | tensor)]                     a default that the caller can override
 * typed     = value [":" type]
 * value     = "%" NAME | "_"                                  "_": left out
 * constant  = "const" value ":" ELEMENT shape "=" data [origin]
 * fact      = "type" value ":" type | "origin" value origin   of values that no line defines
 * node      = typed {"," typed} "=" operator ["#" NAME] "(" [value {"," value}] ")"
 *             [attributes] [origin]                           "#": which of several functions
 * operator  = [NAME "::"] NAME                                domain; the ONNX standard without
 * origin    = "@" STRING notes                                the user's name for it
 * function  = "function" operator ["#" NAME] ["(" NAME {"," NAME} ")"] [attributes] [opsets]
 *             [unread] "=" graph                              attributes without, with default
 *
 * attributes = "{" [NAME "=" (item | list) {"," ...}] "}"
 * item      = INT | FLOAT | "float" HEX | STRING | bytes | tensor | sparse | graph
 *           | "type" type | "ref" NAME (WORD | INT)           of the function: kind of attribute
 * list      = "[" item {"," item} "]"                         all of one kind
 *           | ("ints" | "floats" | "strings" | "tensors" | "sparse_tensors" | "graphs" | "types")
 *             "[" "]"
 *
 * type      = ELEMENT ranked | "sparse" ELEMENT ranked | "seq" "(" type ")"
 *           | "map" "(" ELEMENT "," type ")" | "optional" "(" type ")" | "?"
 * ranked    = shape | "[" ".." "]"                            "..": not even the rank is known
 * shape     = "[" [(INT | NAME | "?") {"," ...}] "]"          names that are numbers are quoted
 *
 * tensor    = ELEMENT shape data
 * sparse    = "sparse" shape "(" tensor "," tensor ")"        values, indices
 * data      = number                                          of a scalar
 *           | "[" [(number | data) {"," ...}] "]"             flat, or brackets for each axis
 *           | "splat" number                                  all elements alike
 *           | bytes                                           little-endian, sub-byte types packed
 *           | "file" STRING INT INT                           name, offset and length in bytes
 * number    = INT | FLOAT | "nan" | "inf" | "-inf" | "true" | "false" | HEX | STRING
 *           | "(" number "," number ")"                       complex
 * bytes     = "hex" STRING | "base64" STRING
 *
 * NAME is a word of letters, digits, "_" and "." or a STRING; ELEMENT an ElementType; HEX, as in
 * 0x7fc00001, the bits of a number that has no decimal form. STRING stands between double quotes,
 * with \" \\ \n \t \r and \ u and four hexadecimal digits as escapes.
 * }</pre>
 */
package pnnc.ir.network;
