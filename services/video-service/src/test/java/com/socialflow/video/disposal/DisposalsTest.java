package com.socialflow.video.disposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.socialflow.video.VideoServiceTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class DisposalsTest extends VideoServiceTest {

    @Autowired
    private Disposals disposals;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void removesEverythingUnderAPrefixAndNothingBesideIt() throws IOException {
        put("videos/1/1/a.m4s", "videos/1/1/b/c.m4s", "videos/1/2/a.m4s", "videos/11/1/a.m4s");

        disposals.add("videos/1/1/");

        eventually("gone", () -> stored("videos/1/1/").isEmpty());
        assertThat(stored("videos/1/")).containsExactly("videos/1/2/a.m4s");
        assertThat(stored("videos/11/")).hasSize(1);
    }

    @Test
    void removesOneObject() throws IOException {
        put("originals/1/a", "originals/1/ab");

        disposals.add("originals/1/a");

        eventually("gone", () -> stored("originals/1/").equals(java.util.List.of("originals/1/ab")));
    }

    @Test
    void removesNothingWhenTheTransactionIsRolledBack() throws IOException {
        put("videos/2/1/a.m4s");

        transactions.executeWithoutResult(status -> {
            disposals.add("videos/2/");
            status.setRollbackOnly();
        });
        disposals.sweep();

        assertThat(stored("videos/2/")).hasSize(1);
    }

    @Test
    void comesAgainForWhatWasWrittenLate() throws IOException {
        disposals.add("videos/3/");
        eventually("first pass", () -> attempts("videos/3/") == 1);
        put("videos/3/1/late.m4s");

        disposals.sweep();
        assertThat(stored("videos/3/")).hasSize(1);

        clock.advance(Disposals.LATE_WRITES_MAX);
        eventually("second pass", () -> stored("videos/3/").isEmpty() && attempts("videos/3/") == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"videos/", "/", "videos", ""})
    void refusesToRemoveTooMuch(String objects) {
        assertThatIllegalArgumentException().isThrownBy(() -> disposals.add(objects));
    }

    private void put(String... keys) throws IOException {
        for (var key : keys) {
            storage.put(key, new ByteArrayInputStream(new byte[3]));
        }
    }

    private int attempts(String objects) {
        return jdbc.sql("SELECT coalesce(max(attempts), 0) FROM video.disposal WHERE objects = :objects")
                .param("objects", objects)
                .query(Integer.class)
                .single();
    }
}
