package pnnc.driver;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A model as readable text.
 *
 * @param model `.onnx`
 * @param output the text's file; empty: it goes to the face that asked
 */
public record ImportRequest(Path model, Optional<Path> output) {}
