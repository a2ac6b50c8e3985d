package pnnc.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Ways to spoil a file. */
enum Mutation {
  TRUNCATE {
    @Override
    byte[] apply(byte[] file, byte[] other, Random random) {
      return Arrays.copyOf(file, random.nextInt(file.length));
    }
  },
  FLIP_BITS {
    @Override
    byte[] apply(byte[] file, byte[] other, Random random) {
      for (int i = random.nextInt(4); i >= 0; i--) {
        file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
      }
      return file;
    }
  },
  /** Likely hits a length, a dimension or a field number. */
  SET_BYTE {
    @Override
    byte[] apply(byte[] file, byte[] other, Random random) {
      byte[] values = {0, 1, 2, 0x7F, (byte) 0x80, (byte) 0xFF, (byte) random.nextInt(256)};
      file[random.nextInt(file.length)] = values[random.nextInt(values.length)];
      return file;
    }
  },
  /** A number of up to ten bytes where there was something else: a huge length, a negative size. */
  INFLATE {
    @Override
    byte[] apply(byte[] file, byte[] other, Random random) {
      byte[] huge = new byte[1 + random.nextInt(9)];
      Arrays.fill(huge, (byte) 0xFF);
      huge[huge.length - 1] = (byte) random.nextInt(128);
      return insert(file, huge, random);
    }
  },
  SPLICE {
    @Override
    byte[] apply(byte[] file, byte[] other, Random random) {
      int from = random.nextInt(other.length);
      int to = from + random.nextInt(other.length - from);
      return insert(file, Arrays.copyOfRange(other, from, to), random);
    }
  },
  DELETE {
    @Override
    byte[] apply(byte[] file, byte[] other, Random random) {
      int from = random.nextInt(file.length);
      int to = from + random.nextInt(Math.min(20, file.length - from));
      byte[] rest = Arrays.copyOf(file, file.length - (to - from));
      System.arraycopy(file, to, rest, from, file.length - to);
      return rest;
    }
  },
  /**
   * Names of one letter change places: values are undefined, defined twice, or depend on
   * themselves.
   */
  RENAME {
    @Override
    byte[] apply(byte[] file, byte[] other, Random random) {
      String letters = "xywvscfab";
      for (int tries = 0; tries < 200; tries++) {
        int at = 2 + random.nextInt(file.length - 2);
        if (file[at - 1] == 1 && letters.indexOf(file[at]) >= 0) {
          file[at] = (byte) letters.charAt(random.nextInt(letters.length()));
          return file;
        }
      }
      return file;
    }
  };

  abstract byte[] apply(byte[] file, byte[] other, Random random);

  /** One of {@code models}, spoiled once or twice. */
  static byte[] of(List<byte[]> models, Random random) {
    byte[] file = models.get(random.nextInt(models.size())).clone();
    byte[] other = models.get(random.nextInt(models.size()));
    for (int i = random.nextInt(2); i >= 0 && file.length > 2; i--) {
      file = values()[random.nextInt(values().length)].apply(file, other, random);
    }
    return file;
  }

  private static byte[] insert(byte[] file, byte[] piece, Random random) {
    int at = random.nextInt(file.length);
    byte[] result = Arrays.copyOf(file, file.length + piece.length);
    System.arraycopy(file, at, result, at + piece.length, file.length - at);
    System.arraycopy(piece, 0, result, at, piece.length);
    return result;
  }
}
