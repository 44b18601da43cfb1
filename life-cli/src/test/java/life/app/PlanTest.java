package life.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import life.being.LawSettings;
import life.cli.Trouble;
import life.world.Weather;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {
  @Test
  void theFileForPeopleSaysWhatIsBuiltIn() {
    var file = ConfigFactory.parseFile(Path.of("../config/life.conf").toFile()).resolve();
    var builtIn = ConfigFactory.parseResources("reference.conf").resolve().getConfig("life");
    assertThat(file.getConfig("life").entrySet())
        .hasSizeGreaterThan(20)
        .allSatisfy(setting ->
            assertThat(builtIn.getValue(setting.getKey()).unwrapped())
                .as(setting.getKey())
                .isEqualTo(setting.getValue().unwrapped()));
  }

  @Test
  void withoutAnySettingBeingsLiveUnderTheDefaultLaws() {
    var plan = Plan.of(flags(null), Map.of());
    assertThat(plan.laws()).isEqualTo(LawSettings.DEFAULT);
    assertThat(plan.weather()).isEqualTo(Weather.NORMAL);
  }

  @Test
  void aFlagGoesBeforeTheEnvironment() {
    var environment = Map.of("LIFE_WEATHER", "calm");
    assertThat(Plan.of(flags(null), environment).weather()).isEqualTo(Weather.CALM);
    assertThat(Plan.of(flags("storm"), environment).weather()).isEqualTo(Weather.STORM);
  }

  @Test
  void livesAreWatchedUnlessSomebodySaysNo() {
    assertThat(Plan.of(flags(null), Map.of()).monitor()).isTrue();
    assertThat(Plan.of(flags(null), Map.of("LIFE_MONITOR", "off")).monitor()).isFalse();
  }

  @Test
  void aWeatherThatThereIsNotIsRefusedWithThoseThatThereAre() {
    assertThatThrownBy(() -> Plan.of(flags(null), Map.of("LIFE_WEATHER", "hail")))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("the weather is calm, normal, active or storm, not 'hail'");
  }

  @Test
  void anAddressThatOthersCanReachMustBeWanted() {
    assertThatThrownBy(() -> Plan.of(flags(null), Map.of("LIFE_HOST", "0.0.0.0")))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("other machines can reach 0.0.0.0; add --allow-remote");
    assertThat(Plan.of(flags(null), Map.of()).reach().isRemote()).isFalse();
  }

  @Test
  void aHostThatIsNoAddressIsRefused() {
    assertThatThrownBy(() -> Plan.of(flags(null), Map.of("LIFE_HOST", "not.a.host.invalid")))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("'not.a.host.invalid' is no address of this machine");
  }

  @Test
  void healthIsToldAtTheNextPortUnlessAnotherIsSaid() {
    assertThat(reach(Map.of()).healthPort()).isEqualTo(7718);
    assertThat(reach(Map.of("LIFE_PORT", "8000")).healthPort()).isEqualTo(8001);
    assertThat(reach(Map.of("LIFE_PORT", "0")).healthPort()).isZero();
    assertThat(reach(Map.of("LIFE_HEALTH_PORT", "9100")).healthPort()).isEqualTo(9100);
    assertThat(reach(Map.of("LIFE_HEALTH_PORT", "0")).healthPort()).isZero();
    assertThat(reach(Map.of("LIFE_PORT", "0", "LIFE_HEALTH_PORT", "0")).healthPort()).isZero();
  }

  @Test
  void aHealthPortThatCannotBeIsRefused() {
    assertThatThrownBy(() -> reach(Map.of("LIFE_HEALTH_PORT", "7717")))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("health-port must be another one than port, but both are 7717");
    assertThatThrownBy(() -> reach(Map.of("LIFE_PORT", "65535")))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("health-port, the one after port,");
    assertThatThrownBy(() -> reach(Map.of("LIFE_HEALTH_PORT", "70000")))
        .isInstanceOf(Trouble.class)
        .hasMessageContaining("health-port");
  }

  private static Reach reach(Map<String, String> environment) {
    return Plan.of(flags(null), environment).reach();
  }

  @Test
  void roomForTooFewStimuliOrMoreThanALifeCanPutAsideIsRefused(@TempDir Path folder)
      throws IOException {
    for (var waiting : List.of("1999", "16001")) {
      var file =
          Files.writeString(folder.resolve("life.conf"), "life.stimuli-waiting = " + waiting);
      System.setProperty("life.config", file.toString());
      try {
        assertThatThrownBy(() -> Plan.of(flags(null), Map.of()))
            .isInstanceOf(Trouble.class)
            .hasMessageContaining("stimuli-waiting must be a whole number from 2000 to 16000");
      } finally {
        System.clearProperty("life.config");
      }
    }
  }

  private static Settings flags(@Nullable String weather) {
    return new Settings(
        null,
        null,
        null,
        null,
        Settings.Address.UNSAID,
        null,
        weather,
        null,
        null,
        null,
        null,
        Settings.Supervision.NONE,
        false);
  }
}
