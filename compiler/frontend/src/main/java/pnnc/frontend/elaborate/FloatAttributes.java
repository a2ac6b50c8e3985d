package pnnc.frontend.elaborate;

import java.util.Set;
import pnnc.ir.network.OpType;

/** Attributes that are floats: a whole number written for one is meant as a float. */
final class FloatAttributes {
  // The schemas of ONNX 1.22 and of ONNX Runtime 1.29: every attribute of type FLOAT or FLOATS.
  private static final Set<String> NAMES =
      Set.of(
          "activation_alpha",
          "activation_beta",
          "activation_params",
          "alpha",
          "beta",
          "bias",
          "clip",
          "cubic_coeff_a",
          "epsilon",
          "extrapolation_value",
          "gamma",
          "high",
          "lambd",
          "low",
          "mask_filter_value",
          "mean",
          "momentum",
          "norm_coefficient",
          "norm_coefficient_post",
          "ratio",
          "rotary_embedding_scale",
          "sample_size",
          "scale",
          "softcap",
          "spatial_scale",
          "threshold",
          "value_float",
          "value_floats");

  private FloatAttributes() {}

  static boolean isFloat(OpType type, String name) {
    return NAMES.contains(name) && !(type.name().equals("Resize") && name.equals("scale"));
  }
}
