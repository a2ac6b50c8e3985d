package pnnc.driver;

import java.nio.file.Path;
import java.util.Optional;
import pnnc.driver.data.DataOptions;

/**
 * What a bundle computes of data.
 *
 * @param bundle its folder
 * @param data samples
 * @param output the file of its outputs, `.npz`
 * @param tap a layer whose output is wanted as well
 */
public record SimRequest(Path bundle, DataOptions data, Path output, Optional<String> tap) {}
