package life.http.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenTest {
  @TempDir Path data;

  @Test
  void isMadeOnceAndReadableForItsOwnerAlone() throws IOException {
    var made = Token.in(data);
    var file = data.resolve("token");
    assertThat(Files.readString(file)).matches("[0-9a-f]{64}\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Token.in(data).of(Right.OPERATE)).isEqualTo(made.of(Right.OPERATE));
    try (Stream<Path> files = Files.list(data)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void eachRightHasATextOfItsOwnThatGivesThatRight() {
    var token = Token.random();
    assertThat(Stream.of(Right.values()).map(token::of).distinct()).hasSize(3);
    for (var right : Right.values()) {
      assertThat(token.of(right)).hasSize(64);
      assertThat(token.rightOf(token.of(right))).contains(right);
    }
  }

  @Test
  void whatIsNotOfThisTokenGivesNothing() {
    var token = Token.random();
    var operate = token.of(Right.OPERATE);
    for (var wrong :
        new String[] {
          "",
          "0",
          operate.substring(1),
          operate + "0",
          operate.toUpperCase(Locale.ROOT) + "A",
          Token.random().of(Right.OPERATE)
        }) {
      assertThat(token.rightOf(wrong)).as(wrong).isEmpty();
    }
  }

  @Test
  void aFileThatOthersCanReadIsRefusedWithTheRemedy() throws IOException {
    Token.in(data);
    var file = data.resolve("token");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> Token.in(data))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("chmod 600 " + file);
  }

  @Test
  void aFileThatHoldsSomethingElseIsRefusedAndKept() throws IOException {
    Token.in(data);
    var file = data.resolve("token");
    Files.writeString(file, "secret\n");
    assertThatThrownBy(() -> Token.in(data))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("holds no token")
        .hasMessageNotContaining("secret");
    assertThat(Files.readString(file)).isEqualTo("secret\n");
  }

  @Test
  void itTellsNothingOfItselfInALog() {
    var token = Token.random();
    assertThat(new Access(token, Optional.empty(), false, Set.of(), 0).toString())
        .doesNotContain(token.of(Right.OPERATE));
  }
}
