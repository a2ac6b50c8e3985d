package pnnc.examples.digits;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import pnnc.base.shape.Shape;
import pnnc.driver.data.NpzWriter;
import pnnc.driver.files.OnnxFiles;
import pnnc.ir.network.Tensor;

/** Trains the digit classifier and writes it as a model, with pictures to test it on. */
public final class MakeDigits {
  /** The model. */
  public static final String MODEL = "digits.onnx";

  /** Pictures {@code x [N, 100]} that the training did not see, and their digits {@code y [N]}. */
  public static final String DATA = "digits.npz";

  private static final long TRAINING_SEED = 1;
  private static final long TEST_SEED = 1001;
  private static final int TEST_PICTURES = 400;

  private MakeDigits() {}

  /**
   * Writes model and data.
   *
   * @param args the folder to write into, which exists
   */
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]));
  }

  static void write(Path folder) throws IOException {
    DigitClassifier classifier = DigitClassifier.train(TRAINING_SEED);
    OnnxFiles.write(DigitNetwork.of(classifier), folder.resolve(MODEL));
    float[] pictures = new float[TEST_PICTURES * DigitGlyphs.PIXELS];
    long[] digits = new long[TEST_PICTURES];
    DigitGlyphs glyphs = new DigitGlyphs(TEST_SEED);
    for (int i = 0; i < TEST_PICTURES; i++) {
      digits[i] = i % DigitClassifier.CLASSES;
      float[] picture = glyphs.draw((int) digits[i]);
      System.arraycopy(picture, 0, pictures, i * DigitGlyphs.PIXELS, DigitGlyphs.PIXELS);
    }
    Map<String, Tensor> arrays = new LinkedHashMap<>();
    arrays.put("x", Tensor.ofFloats(Shape.of(TEST_PICTURES, DigitGlyphs.PIXELS), pictures));
    arrays.put("y", Tensor.ofLongs(digits));
    try (OutputStream out = Files.newOutputStream(folder.resolve(DATA))) {
      NpzWriter.write(arrays, out);
    }
  }
}
