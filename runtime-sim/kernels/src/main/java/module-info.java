/** Numeric kernels on primitive arrays. They use nothing but the JDK's base module. */
module pnnc.kernels {
  exports pnnc.kernels.crossbar;
  exports pnnc.kernels.dense;
  exports pnnc.kernels.parallel;
}
