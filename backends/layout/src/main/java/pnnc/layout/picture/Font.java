package pnnc.layout.picture;

/** Letters of 5 by 7 pixels, the same on any machine. */
final class Font {
  /** From the beginning of one letter to that of the next. */
  static final int ADVANCE = 6;

  static final int HEIGHT = 7;
  private static final int COLUMNS = 5;

  /** The letters from blank to tilde: seven rows each, a digit in base 32 for each row. */
  private static final String ROWS =
      "00000004444404aa00000aavavaa4fke5u4pp248jjcik8lid4400000"
          + "2488842842224804lel40044v4400000c48000v00000000cc01248g0"
          + "ehjlphe4c4444eeh1248vv2421he26aiv22vgu11he68guhhev124888"
          + "ehhehheehhf12c0cc0cc00cc0c48248g84200v0v008421248eh12404"
          + "eh1dlleehhvhhhuhhuhhuehggghesihhhisvgguggvvggugggehgnhhf"
          + "hhhvhhhe44444e72222ichikokihggggggvhrllhhhhhpljhhehhhhhe"
          + "uhhugggehhhliduhhukihfgge11uv444444hhhhhhehhhhha4hhhllla"
          + "hha4ahhhhha444v1248gve88888e0g84210e22222e4ah0000000000v"
          + "840000000e1fhfggmphhu00egghe11djhhf00ehvge698s8880fhhf1e"
          + "ggmphhh40c444e20622icggikokic44444e00qllhh00mphhh00ehhhe"
          + "00uhugg00djf1100mpggg00ege1u88s889600hhhjd00hhha400hhlla"
          + "00ha4ah00hhf1e00v248v244844244444448442448008l200";

  private Font() {}

  /** Pixels from the first letter to the end of the last. */
  static int width(String text) {
    return text.length() * ADVANCE - 1;
  }

  /** Whether a pixel of a letter is set; letters that are not here look like a question mark. */
  static boolean isSet(char letter, int column, int row) {
    int index = letter >= ' ' && letter <= '~' ? letter - ' ' : '?' - ' ';
    int bits = Character.digit(ROWS.charAt(HEIGHT * index + row), 32);
    return (bits >> (COLUMNS - 1 - column) & 1) != 0;
  }

  /** Gives each pixel of {@code text}, seen from its upper left corner, to {@code pixels}. */
  static void draw(String text, Pixels pixels) {
    for (int i = 0; i < text.length(); i++) {
      for (int row = 0; row < HEIGHT; row++) {
        for (int column = 0; column < COLUMNS; column++) {
          if (isSet(text.charAt(i), column, row)) {
            pixels.set(i * ADVANCE + column, row);
          }
        }
      }
    }
  }

  /** Takes one pixel. */
  interface Pixels {
    void set(int x, int y);
  }
}
