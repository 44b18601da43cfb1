package life.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import life.cli.Shape.Anchor;
import life.cli.Shape.Box;
import life.cli.Shape.Text;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

class PictureWritersTest {
  private static final int OPAQUE = 0xFF000000;

  @Test
  void anSvgIsXmlWithAllWordsInIt() throws Exception {
    var picture = Story.of(Told.life(1, Told.DEFAULT, Told.DAY));
    var svg = parsed(Svg.write(picture));
    assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(svg.getDocumentElement().getAttribute("viewBox"))
        .isEqualTo("0 0 %d %d".formatted(picture.width(), picture.height()));
    var texts = svg.getElementsByTagName("text");
    var words = picture.shapes().stream().filter(Text.class::isInstance).toList();
    assertThat(texts.getLength()).isEqualTo(words.size());
    for (int i = 0; i < texts.getLength(); i++) {
      assertThat(texts.item(i).getTextContent()).isEqualTo(((Text) words.get(i)).words());
    }
    assertThat(Svg.write(picture)).doesNotContain("href", "url(", "script");
  }

  @Test
  void whatAnSvgCanNotSayIsEscaped() throws Exception {
    var words = "a <b> & \"c\" 'd' é ";
    var text = new Text(5, 20, words + "\u0000\uD800\uFFFF", 10, Anchor.START, Ink.TEXT);
    var svg = parsed(Svg.write(new Picture(300, 30, List.of(text))));
    assertThat(svg.getElementsByTagName("text").item(0).getTextContent()).isEqualTo(words + "???");
  }

  @Test
  void boxesOfOneInkAreOnePathAndKeepTheirOrder() {
    var picture =
        new Picture(
            20,
            20,
            List.of(
                new Box(1, 2, 3, 4.5, Ink.ENERGY),
                new Box(4, 2, 0.25, 1, Ink.ENERGY),
                new Box(1, 1, 1, 1, Ink.DRIVE),
                new Box(2, 1.04, 1, 1, Ink.ENERGY)));
    assertThat(Svg.write(picture).lines().filter(l -> l.startsWith("<path")))
        .containsExactly(
            "<path fill=\"#12805c\" d=\"M1 2h3v4.5h-3zM4 2h0.25v1h-0.25z\"/>",
            "<path fill=\"#bf5415\" d=\"M1 1h1v1h-1z\"/>",
            "<path fill=\"#12805c\" d=\"M2 1.04h1v1h-1z\"/>");
  }

  @Test
  void theSameLifeIsTheSamePictureToTheLastByte() {
    var once = Story.of(Told.life(9, Told.DEFAULT, 3_000));
    var again = Story.of(Told.life(9, Told.DEFAULT, 3_000));
    assertThat(Svg.write(again)).isEqualTo(Svg.write(once));
    assertThat(Png.write(again)).isEqualTo(Png.write(once));
  }

  @Test
  void aPngShowsWhatThePictureSays() throws IOException {
    var picture =
        new Picture(
            30,
            20,
            List.of(
                new Box(2, 3, 10, 5, Ink.ENERGY),
                new Box(4, 4, 2, 2, Ink.DRIVE),
                new Box(20, 10, 5, 0.25, Ink.TEXT),
                new Box(29.5, 19.5, 0.5, 0.5, Ink.DEATH)));
    var image = decoded(picture);
    assertThat(image.getWidth()).isEqualTo(60);
    assertThat(image.getHeight()).isEqualTo(40);
    assertThat(image.getRGB(0, 0)).isEqualTo(OPAQUE | Ink.PAPER.rgb());
    assertThat(image.getRGB(4, 6)).isEqualTo(OPAQUE | Ink.ENERGY.rgb());
    assertThat(image.getRGB(3, 6)).isEqualTo(OPAQUE | Ink.PAPER.rgb());
    assertThat(image.getRGB(23, 15)).isEqualTo(OPAQUE | Ink.ENERGY.rgb());
    assertThat(image.getRGB(24, 15)).isEqualTo(OPAQUE | Ink.PAPER.rgb());
    assertThat(image.getRGB(9, 9)).isEqualTo(OPAQUE | Ink.DRIVE.rgb());
    assertThat(image.getRGB(59, 39)).isEqualTo(OPAQUE | Ink.DEATH.rgb());
    // A quarter of a unit is half a pixel, which is half as dark.
    assertThat(image.getRGB(45, 20)).isEqualTo(OPAQUE | 0x919397);
  }

  @Test
  void aPngOfALifeHasItsColoursWhereTheShapesAre() throws IOException {
    var picture = Story.of(Told.life(1, Told.DEFAULT, Told.DAY));
    var image = decoded(picture);
    assertThat(image.getWidth()).isEqualTo(2 * picture.width());
    assertThat(image.getHeight()).isEqualTo(2 * picture.height());
    var bands =
        picture.shapes().stream()
            .filter(s -> s instanceof Box && (s.ink() == Ink.ASLEEP || s.ink() == Ink.STRONGEST))
            .filter(s -> s.bottom() - s.top() > 3)
            .toList();
    assertThat(bands).hasSizeGreaterThan(20);
    for (var band : bands) {
      int x = (int) (band.left() + band.right());
      int y = (int) (2 * band.bottom()) - 3;
      assertThat(image.getRGB(x, y)).as(band.toString()).isEqualTo(OPAQUE | band.ink().rgb());
    }
  }

  @Test
  void aLetterIsDrawnDotByDot() throws IOException {
    var text = new Text(1, 9, "L.", 10, Anchor.START, Ink.TEXT);
    var image = decoded(new Picture(16, 12, List.of(text)));
    var rows = new StringBuilder();
    for (int row = 0; row < 7; row++) {
      for (int column = 0; column < 11; column++) {
        rows.append(image.getRGB(2 + column * 2, 4 + row * 2) == OPAQUE + 0xFFFFFF ? '.' : '#');
      }
      rows.append('\n');
    }
    assertThat(rows.toString())
        .isEqualTo(
            """
            #..........
            #..........
            #..........
            #..........
            #..........
            #.......##.
            #####...##.
            """);
  }

  @Test
  void everyLetterLooksDifferent() {
    var looks = new HashSet<String>();
    for (char letter = ' '; letter <= '~'; letter++) {
      assertThat(looks.add(look(letter))).as("letter " + letter).isTrue();
    }
    assertThat(look('é')).isEqualTo(look('?'));
    assertThat(look(' ')).doesNotContain("#");
  }

  private static String look(char letter) {
    var look = new StringBuilder();
    for (int row = 0; row < Glyphs.ROWS; row++) {
      for (int column = 0; column < Glyphs.COLUMNS; column++) {
        look.append(Glyphs.isInk(letter, column, row) ? '#' : '.');
      }
    }
    return look.toString();
  }

  private static BufferedImage decoded(Picture picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(Png.write(picture)));
  }

  private static Document parsed(String svg)
      throws ParserConfigurationException, IOException, SAXException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
  }
}
