package pnnc.frontend.hardware;

/** The hardware, placement and check of the language's design. */
final class GoodProgram {
  static final String TEXT =
      """
      net Mlp(image: f32[N, 784]) -> f32[N, 784] { image }

      target xbar65 : std.crossbar {
        technology = std.tech.rom130
        tile  = 128 x 128
        cell  = std.device.hfo2_1t1r with { levels = 6 bit; g = 2 uS .. 120 uS; prog_sigma = 3 % }
        adc   = { width = 8 bit; rate = 200 MS/s; shared_by = 8 }
        sign  = differential
        limit area <= 2.5 mm^2
        limit power <= 400 mW at 10 kHz
        limit ir_drop <= 2 %
        prefer latency then area
      }

      target mesh1550 : std.mzi_mesh {
        wavelength = 1550 nm; scheme = clements; size = 64
        loss = { guide = 2 dB/cm; coupler = 0.1 dB }
        limit insertion_loss <= 15 dB
      }

      place Mlp { linear on mesh1550; softmax on host }

      check "layout matches the model" for Mlp on xbar65 {
        reference = onnx("mlp.onnx")
        inputs = npz("test.npz")["x"][0 .. 2000]
        require top1_agreement >= 99 % confidence 95 %
        require snr(output) >= 30 dB
        require each layer nrmse <= 2 %
        corner worn draws 64 { prog_sigma = 5 %; stuck = 0.1 %; temperature = 300 K .. 360 K
          require top1_agreement >= 97 % confidence 95 % }
        faults 20
      }
      """;

  private GoodProgram() {}
}
