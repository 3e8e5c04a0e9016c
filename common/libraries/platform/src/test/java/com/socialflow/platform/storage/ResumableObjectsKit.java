package com.socialflow.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.platform.storage.AppendOutcome.Appended;
import com.socialflow.platform.storage.AppendOutcome.OffsetConflict;
import com.socialflow.platform.storage.AppendOutcome.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every object that arrives in pieces must hold, asked of each storage. */
abstract class ResumableObjectsKit extends ObjectStorageKit {

    private static final int KILLS = 3;

    /** What {@link KilledWriter} needs to reach the same storage. */
    abstract List<String> reach();

    /** The byte that belongs at a place of an endless object. */
    static byte byteAt(long position) {
        return (byte) (position * 31 + (position >> 8) * 17 + (position >> 16));
    }

    @Test
    void becomesAnObjectWhenSealed() throws IOException {
        assertThat(resumable().length("uploads/one")).isZero();
        assertThat(resumable().append("uploads/one", 0, stream("Hello, "))).isEqualTo(new Appended(7, true));
        assertThat(resumable().length("uploads/one")).isEqualTo(7);
        assertThat(resumable().append("uploads/one", 7, stream("world"))).isEqualTo(new Appended(12, true));
        assertThat(storage().head("uploads/one")).isEmpty();

        var sealed = resumable().seal("uploads/one", "originals/v/one");

        assertThat(sealed.size()).isEqualTo(12);
        assertThat(text("originals/v/one")).isEqualTo("Hello, world");
        assertThat(resumable().length("uploads/one")).isZero();
        assertThat(storage().head("uploads/one")).isEmpty();
    }

    @Test
    void canBeSealedWhereItIs() throws IOException {
        resumable().append("originals/v/same", 0, stream("in place"));

        assertThat(resumable().seal("originals/v/same", "originals/v/same").size())
                .isEqualTo(8);
        assertThat(text("originals/v/same")).isEqualTo("in place");
    }

    @Test
    void sealingAgainGivesTheSame() {
        resumable().append("uploads/again", 0, stream("once"));
        var sealed = resumable().seal("uploads/again", "originals/v/again");

        assertThat(resumable().seal("uploads/again", "originals/v/again")).isEqualTo(sealed);
        assertThat(resumable().seal("uploads/again", "originals/v/again").size())
                .isEqualTo(4);
    }

    @Test
    void anUploadOfNothingIsAnEmptyObject() {
        assertThat(resumable().seal("uploads/nothing", "originals/v/nothing").size())
                .isZero();
        assertThat(resumable().append("uploads/nothing2", 0, InputStream.nullInputStream()))
                .isEqualTo(new Appended(0, true));
        assertThat(resumable().seal("uploads/nothing2", "originals/v/nothing2").size())
                .isZero();
    }

    @Test
    void keepsWhatCameBeforeTheSenderBrokeOff() throws IOException {
        var bytes = bytes(2 * PART_BYTES + 5_000);
        var cuts = new int[] {1, 300_000, PART_BYTES - 1, PART_BYTES, 2 * PART_BYTES + 3, bytes.length};

        var offset = 0;
        for (var cut : cuts) {
            var piece = Arrays.copyOfRange(bytes, offset, cut);
            assertThat(resumable().append("uploads/cut", offset, new BreakingStream(piece)))
                    .isEqualTo(new Appended(cut, false));
            assertThat(resumable().length("uploads/cut")).isEqualTo(cut);
            offset = cut;
        }

        assertThat(resumable().seal("uploads/cut", "originals/v/cut").size()).isEqualTo(bytes.length);
        assertThat(all("originals/v/cut")).isEqualTo(bytes);
    }

    @Test
    void refusesAnOffsetThatIsNotTheEnd() {
        resumable().append("uploads/offset", 0, stream("12345"));

        assertThat(resumable().append("uploads/offset", 0, stream("x"))).isEqualTo(new OffsetConflict(5));
        assertThat(resumable().append("uploads/offset", 6, stream("x"))).isEqualTo(new OffsetConflict(5));
        assertThat(resumable().append("uploads/unknown", 1, stream("x"))).isEqualTo(new OffsetConflict(0));
    }

    @Test
    void addsAllOrNothingWhenAsked() throws IOException {
        resumable().append("uploads/checked", 0, stream("12345"));

        assertThat(resumable().appendIf("uploads/checked", 5, stream("bad"), () -> false))
                .isEqualTo(new Refused(5));
        assertThat(resumable().appendIf("uploads/checked", 5, new BreakingStream(bytes(9)), () -> true))
                .isEqualTo(new Refused(5));
        assertThat(resumable().appendIf("uploads/checked", 4, stream("67"), () -> true))
                .isEqualTo(new OffsetConflict(5));
        assertThat(resumable().appendIf("uploads/checked", 5, stream("67"), () -> true))
                .isEqualTo(new Appended(7, true));
        resumable().seal("uploads/checked", "originals/v/checked");
        assertThat(text("originals/v/checked")).isEqualTo("1234567");
    }

    @Test
    void leavesNothingWhenAborted() {
        resumable().append("uploads/aborted", 0, new ByteArrayInputStream(bytes(PART_BYTES + 10)));

        resumable().abort("uploads/aborted");
        resumable().abort("uploads/aborted");

        assertThat(resumable().length("uploads/aborted")).isZero();
        assertThat(storage().list("uploads/", "", 100))
                .noneMatch(object -> object.key().contains("aborted"));
    }

    /** Kills a writing process again and again; the next one goes on where the storage says. */
    @Test
    void holdsEveryAcknowledgedByteThroughKills() throws Exception {
        for (var kill = 1; kill <= KILLS; kill++) {
            var acknowledged = writeAndKill(kill * 2 + 1);
            assertThat(resumable().length("uploads/killed")).isGreaterThanOrEqualTo(acknowledged);
        }
        var length = resumable().length("uploads/killed");

        assertThat(resumable().seal("uploads/killed", "originals/v/killed").size())
                .isEqualTo(length);
        var bytes = all("originals/v/killed");
        for (var i = 0; i < length; i++) {
            if (bytes[i] != byteAt(i)) {
                assertThat(i).as("the first wrong byte").isEqualTo(-1);
            }
        }
    }

    private long writeAndKill(int acknowledgements) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName()));
        command.addAll(reach());
        var writer = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var lines = writer.inputReader()) {
            var last = 0L;
            for (var i = 0; i < acknowledgements; i++) {
                last = Long.parseLong(String.valueOf(lines.readLine()));
            }
            writer.destroyForcibly().waitFor();
            return last;
        } finally {
            writer.destroyForcibly();
        }
    }
}
