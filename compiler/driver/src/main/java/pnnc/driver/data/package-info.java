/**
 * Samples for a network out of data files, and arrays back into files. A file is recognised by what
 * it holds (`.npz`, `.npy`, IDX, CSV; the last two also gzip-compressed), read as a stream and
 * never whole; nothing is allocated because a header says so.
 *
 * <pre>{@code
 * var image = new InputSpec("image", ElementType.F32, Optional.of(Shape.of(Dim.of("N"), Dim.of(784))));
 * var data = DataOptions.of(Path.of("t10k-images-idx3-ubyte.gz"));
 * try (SampleSource samples = SampleSources.open(data, List.of(image));
 *     SampleCursor cursor = samples.cursor(0)) {
 *   while (cursor.hasNext()) {
 *     Tensor x = cursor.next().inputs().get("image"); // f32[1, 784]
 *   }
 * }
 * }</pre>
 *
 * <p>What a file holds meets what a network wants in three steps, each in a class of its own:
 * {@link pnnc.driver.data.SampleShape} (which part of the file is one sample, and under which
 * shape), {@link pnnc.driver.data.Normalization} (raw pixels to what the network was trained on),
 * {@link pnnc.driver.data.ElementWriter} (the input's element type).
 */
package pnnc.driver.data;
