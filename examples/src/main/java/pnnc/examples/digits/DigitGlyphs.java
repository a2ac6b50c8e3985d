package pnnc.examples.digits;

import java.util.Random;

/**
 * Pictures of the ten digits, drawn anew each time: a 5×7 glyph at a random place of a 10×10 field,
 * with random contrast and noise. The same seed gives the same pictures on every machine.
 */
final class DigitGlyphs {
  /** Pixels along one edge of a picture. */
  static final int EDGE = 10;

  /** Pixels of a picture. */
  static final int PIXELS = EDGE * EDGE;

  private static final double NOISE = 0.15;
  private static final int WIDTH = 5;
  private static final int HEIGHT = 7;

  /** Rows of each digit from the top; one bit a pixel, the leftmost highest. */
  private static final int[][] ROWS = {
    {0b01110, 0b10001, 0b10011, 0b10101, 0b11001, 0b10001, 0b01110},
    {0b00100, 0b01100, 0b00100, 0b00100, 0b00100, 0b00100, 0b01110},
    {0b01110, 0b10001, 0b00001, 0b00110, 0b01000, 0b10000, 0b11111},
    {0b11110, 0b00001, 0b00001, 0b01110, 0b00001, 0b00001, 0b11110},
    {0b00010, 0b00110, 0b01010, 0b10010, 0b11111, 0b00010, 0b00010},
    {0b11111, 0b10000, 0b11110, 0b00001, 0b00001, 0b10001, 0b01110},
    {0b00110, 0b01000, 0b10000, 0b11110, 0b10001, 0b10001, 0b01110},
    {0b11111, 0b00001, 0b00010, 0b00100, 0b01000, 0b01000, 0b01000},
    {0b01110, 0b10001, 0b10001, 0b01110, 0b10001, 0b10001, 0b01110},
    {0b01110, 0b10001, 0b10001, 0b01111, 0b00001, 0b00010, 0b01100},
  };

  private final Random random;

  DigitGlyphs(long seed) {
    this.random = new Random(seed);
  }

  /** A picture of {@code digit}: {@link #PIXELS} values around 0 (paper) to 1 (ink), row by row. */
  float[] draw(int digit) {
    int left = random.nextInt(EDGE - WIDTH + 1);
    int top = random.nextInt(EDGE - HEIGHT + 1);
    double ink = 0.6 + 0.4 * random.nextDouble();
    float[] picture = new float[PIXELS];
    for (int pixel = 0; pixel < PIXELS; pixel++) {
      boolean inked = isInk(digit, pixel % EDGE - left, pixel / EDGE - top);
      picture[pixel] = (float) ((inked ? ink : 0) + NOISE * random.nextGaussian());
    }
    return picture;
  }

  private static boolean isInk(int digit, int x, int y) {
    boolean inside = x >= 0 && x < WIDTH && y >= 0 && y < HEIGHT;
    return inside && (ROWS[digit][y] >> (WIDTH - 1 - x) & 1) == 1;
  }
}
