package pnnc.layout.picture;

import java.math.BigDecimal;

/**
 * A bar of a round length: 1, 2 or 5 times a power of ten.
 *
 * @param pixels how long it is drawn
 * @param text its length, in um below 1000 um, else in mm
 */
record ScaleBar(double pixels, String text) {
  /**
   * The longest bar that is not longer than {@code most} pixels.
   *
   * @param perMicron pixels of a micron
   */
  static ScaleBar of(double most, double perMicron) {
    double microns = most / perMicron;
    int power = (int) Math.floor(Math.log10(microns));
    BigDecimal best = BigDecimal.ONE.scaleByPowerOfTen(power - 1);
    for (int exponent = power - 1; exponent <= power + 1; exponent++) {
      for (int digit : new int[] {1, 2, 5}) {
        BigDecimal length = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
        best = length.doubleValue() <= microns ? length : best;
      }
    }
    return new ScaleBar(best.doubleValue() * perMicron, text(best));
  }

  private static String text(BigDecimal microns) {
    boolean isLong = microns.doubleValue() >= 1000;
    BigDecimal shown = isLong ? microns.scaleByPowerOfTen(-3) : microns;
    return shown.stripTrailingZeros().toPlainString() + (isLong ? " mm" : " um");
  }
}
