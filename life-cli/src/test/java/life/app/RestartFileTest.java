package life.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import life.actor.Ticker;
import life.actor.WorldFile;
import life.app.HandOver.Position;
import life.being.LawSettings;
import life.being.LifeId;
import life.http.Births.Birth;
import life.http.Subscribers.Subscription;
import life.world.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartFileTest {
  @TempDir Path folder;

  private static HandOver left() {
    var world = WorldFile.readAll(Path.of("../config/worlds")).get("default");
    return new HandOver(
        Instant.parse("2026-11-30T10:00:00Z"),
        "/data",
        new Ticker.Time(60, true),
        new TreeMap<>(Map.of("speed", "1")),
        new TreeMap<>(Map.of("ada", new Position(120, 77))),
        List.of(new Birth(new LifeId("eve"), 7, LawSettings.DEFAULT, world(world))),
        List.of(new Subscription("/v1/stream", 118)));
  }

  private static World world(@Nullable World world) {
    return Optional.ofNullable(world).orElseThrow();
  }

  private RestartFile file;

  @BeforeEach
  void write() throws IOException {
    file = new RestartFile(folder);
    file.write(HandOverFormat.text(left()));
  }

  @Test
  void whatWasHandedOverIsReadAsItWas() throws Exception {
    assertThat(HandOverFormat.read(file.read())).isEqualTo(left());
  }

  @Test
  void everyByteThatIsFlippedIsNoticed() throws IOException {
    var path = folder.resolve(RestartFile.NAME);
    var bytes = Files.readAllBytes(path);
    for (int i = 0; i < bytes.length; i++) {
      var other = bytes.clone();
      other[i] ^= (byte) (1 << (i % 8));
      Files.write(path, other);
      assertThatThrownBy(file::read).as("byte %d", i).isInstanceOf(RestartFile.Torn.class);
    }
  }

  @Test
  void whereverItIsCutIsNoticed() throws IOException {
    var path = folder.resolve(RestartFile.NAME);
    var bytes = Files.readAllBytes(path);
    for (int length = 0; length < bytes.length; length++) {
      Files.write(path, Arrays.copyOf(bytes, length));
      assertThatThrownBy(file::read).as("%d bytes", length).isInstanceOf(RestartFile.Torn.class);
    }
  }

  @Test
  void theOneBeforeIsKept() throws Exception {
    var first = Files.readString(folder.resolve(RestartFile.NAME));
    file.write("{}");
    assertThat(Files.readString(folder.resolve(RestartFile.BEFORE))).isEqualTo(first);
    assertThat(file.read()).isEqualTo("{}");
    file.putAside();
    assertThat(file.isThere()).isFalse();
    assertThat(Files.readString(folder.resolve(RestartFile.BEFORE))).contains("{}");
  }

  @Test
  void anotherFormatIsRefusedByName() {
    var text = HandOverFormat.text(left()).replace("\"format\":1", "\"format\":2");
    assertThatThrownBy(() -> HandOverFormat.read(text)).hasMessageContaining("format is 2");
    assertThatThrownBy(() -> HandOverFormat.read("{}")).hasMessageContaining("no restart marker");
    assertThatThrownBy(() -> HandOverFormat.read("[]"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
