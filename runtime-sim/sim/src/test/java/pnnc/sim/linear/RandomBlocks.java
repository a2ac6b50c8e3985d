package pnnc.sim.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import pnnc.ir.block.LinearBlock;
import pnnc.ir.block.LinearForm;
import pnnc.ir.block.Window;
import pnnc.ir.network.Tensor;
import pnnc.sim.Seeds;

/** Random convolutions with inputs that fit, and what they were made of. */
record RandomBlocks(LinearBlock block, Tensor weight, int groups, Tensor input) {
  static RandomBlocks convolution(long seed) {
    Random random = new Random(seed);
    Window window = window(random);
    int groups = 1 + random.nextInt(3);
    int perGroup = 1 + random.nextInt(3);
    int channelsOut = groups * (1 + random.nextInt(3));
    Tensor weight = weight(random, channelsOut, perGroup, window);
    LinearBlock block =
        LinearBlock.convolution(
            "conv", window, weight, groups, Optional.empty(), bias(random, channelsOut));
    return new RandomBlocks(block, weight, groups, input(random, groups * perGroup, window));
  }

  static RandomBlocks transposed(long seed) {
    Random random = new Random(seed);
    Window window = window(random);
    int groups = 1 + random.nextInt(3);
    int channelsIn = groups * (1 + random.nextInt(3));
    int perGroup = 1 + random.nextInt(3);
    Tensor weight = weight(random, channelsIn, perGroup, window);
    LinearBlock block =
        LinearBlock.transposedConvolution(
            "stamp",
            form(random, window),
            weight,
            groups,
            Optional.empty(),
            bias(random, groups * perGroup));
    return new RandomBlocks(block, weight, groups, input(random, channelsIn, window));
  }

  private static LinearForm.TransposedConvolution form(Random random, Window window) {
    List<Integer> extra = new ArrayList<>();
    for (int axis = 0; axis < window.rank(); axis++) {
      boolean free = window.padding() instanceof Window.Padding.Explicit;
      extra.add(free ? random.nextInt(window.strides().get(axis)) : 0);
    }
    return new LinearForm.TransposedConvolution(window, extra, Optional.empty());
  }

  /** ONNX Runtime refuses dilations where the padding follows from the size. */
  private static Window window(Random random) {
    int rank = 1 + random.nextInt(3);
    List<Integer> kernel = numbers(random, rank, 1, 3);
    List<Integer> strides = numbers(random, rank, 1, 3);
    Window.Padding padding = padding(random, rank);
    boolean same = padding instanceof Window.Padding.Same;
    return new Window(kernel, strides, numbers(random, rank, 1, same ? 1 : 2), padding);
  }

  private static Window.Padding padding(Random random, int rank) {
    return switch (random.nextInt(4)) {
      case 0 -> new Window.Padding.Same(true);
      case 1 -> new Window.Padding.Same(false);
      default ->
          new Window.Padding.Explicit(numbers(random, rank, 0, 1), numbers(random, rank, 0, 2));
    };
  }

  private static List<Integer> numbers(Random random, int count, int least, int most) {
    return IntStream.range(0, count)
        .mapToObj(i -> least + random.nextInt(most - least + 1))
        .toList();
  }

  private static Tensor weight(Random random, int first, int second, Window window) {
    return Seeds.floats(random, sizes(first, second, window.kernel()));
  }

  private static Optional<Tensor> bias(Random random, int channels) {
    return random.nextBoolean() ? Optional.of(Seeds.floats(random, channels)) : Optional.empty();
  }

  private static Tensor input(Random random, int channels, Window window) {
    List<Integer> spatial = numbers(random, window.rank(), 5, 9);
    return Seeds.floats(random, sizes(1 + random.nextInt(2), channels, spatial));
  }

  private static long[] sizes(int first, int second, List<Integer> rest) {
    long[] sizes = new long[rest.size() + 2];
    sizes[0] = first;
    sizes[1] = second;
    for (int i = 0; i < rest.size(); i++) {
      sizes[i + 2] = rest.get(i);
    }
    return sizes;
  }
}
