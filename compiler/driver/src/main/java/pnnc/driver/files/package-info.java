/**
 * Files on disk: {@link pnnc.driver.files.MappedFile} looks at one of any size without loading it,
 * {@link pnnc.driver.files.ModelFolder} opens the weights that lie beside a model and nothing else,
 * {@link pnnc.driver.files.OnnxFiles} puts both to use.
 *
 * <pre>{@code
 * Network network = OnnxFiles.read(Path.of("net.onnx"), diagnostics);
 * OnnxFiles.write(network, Path.of("copy.onnx"));
 * }</pre>
 */
package pnnc.driver.files;
