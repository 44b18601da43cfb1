package life.journal;

import org.apache.pekko.persistence.CapabilityFlag;
import org.apache.pekko.persistence.japi.snapshot.JavaSnapshotStoreSpec;
import org.junit.runner.RunWith;
import org.scalatestplus.junit.JUnitRunner;

@RunWith(JUnitRunner.class)
public class TheSnapshotStorePassesPekkosTckTest extends JavaSnapshotStoreSpec {

  private static final long serialVersionUID = 1L;

  public TheSnapshotStorePassesPekkosTckTest() {
    super(TestSystems.config(TestSystems.freshDirectory()));
  }

  @Override
  public CapabilityFlag supportsSerialization() {
    return CapabilityFlag.on();
  }

  @Override
  public CapabilityFlag supportsMetadata() {
    return CapabilityFlag.on();
  }
}
