package pnnc.layout.volume;

import java.util.Optional;
import java.util.OptionalDouble;
import pnnc.base.diagnostics.DiagnosedException;
import pnnc.base.diagnostics.DiagnosticCode;
import pnnc.base.units.Micrometres;
import pnnc.layout.text.ByteCursor;
import pnnc.layout.text.Decimal;

/** Numbers out of headers; faults are at a given byte. */
record Fields(ByteCursor cursor, long offset) {
  DiagnosedException wrong(String field, String value, String expected) {
    return cursor.faultAt(offset, DiagnosticCode.VOLUME_FIELD, field, value, expected);
  }

  DiagnosedException unsupported(String what) {
    return cursor.faultAt(offset, DiagnosticCode.VOLUME_UNSUPPORTED, what);
  }

  /** So many finite numbers with blanks between them. */
  double[] numbers(String field, String text, int count) {
    String[] words = text.strip().split("\\s+", count + 1);
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      OptionalDouble number =
          words.length == count ? Decimal.parse(words[i]) : OptionalDouble.empty();
      if (number.isEmpty()) {
        throw wrong(field, text, count + " finite numbers");
      }
      numbers[i] = number.getAsDouble();
    }
    return numbers;
  }

  /** So many whole numbers of 32 bits. */
  int[] integers(String field, String text, int count) {
    double[] numbers = numbers(field, text, count);
    int[] integers = new int[count];
    for (int i = 0; i < count; i++) {
      integers[i] = (int) numbers[i];
      if (integers[i] != numbers[i]) {
        throw wrong(field, text, count + " whole numbers of 32 bits");
      }
    }
    return integers;
  }

  VolumeType type(Optional<VolumeType> type, String name) {
    return type.orElseThrow(() -> unsupported("values of type `" + name + "`"));
  }

  /** The grid of checked axes. */
  VolumeGrid grid(VolumeType type, int[] samples, double[] origin, double[] spacing) {
    for (int i = 0; i < 3; i++) {
      if (samples[i] < 1) {
        throw wrong("size", Integer.toString(samples[i]), "at least 1");
      }
      if (!(spacing[i] > 0) || Double.isInfinite(spacing[i])) {
        throw wrong("spacing", Double.toString(spacing[i]), "above zero");
      }
      if (!Double.isFinite(origin[i])) {
        throw wrong("origin", Double.toString(origin[i]), "finite");
      }
    }
    if (VolumeGrid.isBeyond(samples[0], samples[1], samples[2])) {
      throw wrong("size", samples[0] + " " + samples[1] + " " + samples[2], "below 2^60 values");
    }
    VolumeAxis[] axes = new VolumeAxis[3];
    for (int i = 0; i < 3; i++) {
      Micrometres at = new Micrometres(origin[i]);
      axes[i] = new VolumeAxis(samples[i], at, new Micrometres(spacing[i]));
    }
    return new VolumeGrid(axes[0], axes[1], axes[2], type);
  }
}
