package pnnc.ir.netlist;

import java.util.List;

/** One sound netlist of each physics, with every kind of device in it. */
final class ExampleNetlists {
  static final String ELECTRICAL =
      """
      pnnc-netlist 1 electrical "two tiles"
      model adc8 sar bits=8
      model hfo2 reram gap_nm=5 g_on_s=1.2e-4
      model nfet mos vth_v=0.45
      model pn diode is_a=1e-15
      cell die {
        port "in[0]" in signal
        port in1 in signal
        port out out signal
        port vdd in supply
        port vss in ground
        port src out signal
        box ADC model=adc8 ports=[in code vdd] nets=[b1 out vdd]
        capacitor C a=b0 b=vss capacitance=2e-13F
        crosspoint-array T word-lines=["in[0]" in1] bit-lines=[b0 b1] model=hfo2 area=[0.1024*4]um2
          cuts=[1*4] levels=[0 3 2 1] word-segments=[0.78*4]ohm bit-segments=[0.78 0.79*3]ohm
        crosspoint-array U word-lines=[g0 g1] bit-lines=[c0 c1] model=hfo2 area=[0.1024*4]um2
          cuts=[1*4] levels=[0*4] conductance=[1e-5 2e-5 3e-5 0]S word-segments=[0*4]ohm
          bit-segments=[0.5*4]ohm source-lines=[src s1] bulk=vss access-model=nfet
          access-width=2um access-length=0.5um source-segments=[0.5*4]ohm
        current-source I from=vss to=s1 current=1e-6A
        diode D anode=g0 cathode=g1 model=pn area=1um2
        instance t0 of=tile nets=[c0 b0]
        instance t1 of=tile nets=[c1 b1]
        transistor M gate=g0 drain=vdd source=g1 bulk=vss model=nfet width=2um length=0.15um
        voltage-source V plus=b0 minus=vss voltage=0V
      }
      cell tile {
        port W0 in signal
        port B0 out signal
        crosspoint X word-line=n bit-line=m model=hfo2 area=0.1024um2 cuts=4 level=2
          conductance=0.00002S
        resistor Rb role=via a=m b=B0 resistance=4.5ohm at=[1200 -3400] in="top/tile"
        resistor Rw role=segment a=W0 b=n resistance=0.78ohm at=[0 0 2000 2000]
      }
      top die
      """;

  static final String PHOTONIC =
      """
      pnnc-netlist 1 photonic "mesh"
      band shortest=1.5um design=1.55um longest=1.6um
      model strip strip-waveguide n_eff=2.44 n_group=4.2 loss_db_per_um=0.0002
      cell chip {
        port f0 in optical
        port f1 in optical
        port h0 in control
        port h1 in control
        port gnd in ground
        port i0 out signal
        port bias in supply
        attenuator A a=l b=m loss=3dB
        bend B a=m b=n length=15.7um radius=10um angle=1.570796rad width=0.5um model=strip
        component X model=strip ends=[n o]
        coupler K a1=o a2=p b1=q b2=r kappa=0.785rad length=14.4um gap=0.2um width=0.5um model=strip
        crossing C west=q east=s south=r north=t model=strip
        fibre-coupler G style=grating chip=e0 fibre=f0 loss=4.1dB model=strip
        fibre-coupler E style=edge chip=e1 fibre=f1 loss=1.5dB model=strip
        instance U0 of=arm nets=[e0 l h0 gnd]
        instance U1 of=arm nets=[e1 p h1 gnd]
        laser L output=las wavelength=1.55um power=0.001W model=strip
        mmi S inputs=[las] outputs=[m0 m1] length=31um width=6um model=strip
        modulator Y a=m0 b=mm drive=bias ground=gnd length=500um half-wave-voltage=5V model=strip
        mzi-mesh Z inputs=[mm m1 s t] outputs=[z0 z1 z2 z3] model=strip upper-modes=[0 2 1]
          first-couplers=[0.785*3]rad second-couplers=[0.785*3]rad outer-paths=[0 0.1 0.2]um
          inner-paths=[0.3 -0.1 0.2]um output-paths=[0*4]um drives=[h0 h1 h0 h1 h0 h1 h0 h1 h0 h1]
          ground=gnd heater-length=100um half-wave-power=0.02W
        photodetector P input=z0 anode=i0 cathode=bias model=strip
        taper W a=z1 b=zt length=10um width-a=0.5um width-b=1um model=strip
        termination T1 input=zt model=strip
        termination T2 input=z2 model=strip
        termination T3 input=z3 model=strip
      }
      cell arm {
        port a in optical
        port b out optical
        port h in control
        port g in ground
        phase-shifter H a=n b=b drive=h ground=g length=120um width=0.5um heater-length=100um
          half-wave-power=0.02W model=strip
        waveguide W a=a b=n length=100um width=0.5um model=strip
      }
      top chip
      """;

  static final String EVENT =
      """
      pnnc-netlist 1 event "a before b"
      timing bins=8 bin-width=2e-6s reset-voltage=-4V reset-width=1e-6s read-voltage=0.8V
      model mgfefet nls domains=20 ea_v=2.3 alpha=3
      cell pair {
        port a in signal
        port vs in supply
        port out out signal
        axon N input=s output=c2 delay=1e-7s amplitude=3.6V width=1e-6s
        channel A input=a output=c0 amplitude=3.6V width=1e-6s
        dendrite D supply=vs drain=d gates=[c0 c1] model=mgfefet width=0.5um gap=0.2um
          lengths=[0.5*2]um thresholds=[0.9 0.91]V polarization=[-1*2]
        dendrite E supply=vs drain=e gates=[c2] model=mgfefet width=0.5um gap=0.2um
          lengths=[0.5]um thresholds=[0.9]V polarization=[0.25]
        reference R output=c1 time=3e-6s amplitude=3.6V width=1e-6s
        soma S inputs=[d] gains=[1] output=s threshold=1e-8A leak=0.001s readout=spike
        soma T inputs=[e d] gains=[1 -0.5] output=out threshold=1e-8A leak=0.001s readout=current
      }
      top pair
      """;

  static final String WAVE =
      """
      pnnc-netlist 1 wave "cube"
      space nx=64 ny=32 nz=40 pitch-x=1um pitch-y=1um pitch-z=2um background=1.461
        boundary=absorbing absorber=8um
      detector left x=-10um y=0um z=80um width=8um height=8um
      gaussian-beam beam x=1um y=2um z=0um waist=10um wavelength=0.532um polarization=1.5rad
        power=0.001W tilt-x=0.01rad tilt-y=0rad
      height-map relief x=0um y=0um z=20um nx=2 ny=2 pitch-x=1um pitch-y=1um material=1.52
        palette=[0 0.072 0.144]um data=%"AAECAQ=="
      input-plane digits x=0um y=0um z=1um nx=28 ny=28 pitch-x=1um pitch-y=1um modulation=amplitude
      mode-source guide x=0um y=0um z=0um width=4um height=4um order=0 wavelength=1.55um
        polarization=0rad power=0.001W
      phase-mask mask x=0um y=0um z=10um nx=2 ny=1 pitch-x=1um pitch-y=1um data=%"AACAPwAAAEA="
      plane-wave light z=0um wavelength=0.532um polarization=0rad power=0.001W tilt-x=0rad tilt-y=0rad
      volume glass x0=3 y0=4 z0=5 nx=2 ny=2 nz=1 palette=[1.45 1.46 1.47 1.48] data=%"AAECAw=="
      """;

  static final List<String> ALL = List.of(ELECTRICAL, PHOTONIC, EVENT, WAVE);

  private ExampleNetlists() {}

  static Netlist parse(String text) {
    return NetlistText.parse("example", text);
  }
}
