package com.socialflow.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void theExtraRowProvesANextPageAndIsNotShown() {
        var page = Page.cut(List.of(9L, 8L, 7L), 2, row -> row);

        assertThat(page.items()).containsExactly(9L, 8L);
        assertThat(Cursor.parse(page.next().orElseThrow().toString()).positionOr(0))
                .isEqualTo(8);
    }

    @Test
    void theLastPageHasNoCursor() {
        assertThat(Page.cut(List.of(9L, 8L), 2, row -> row).next()).isEmpty();
    }

    @Test
    void aForeignCursorIsABadRequest() {
        assertThatThrownBy(() -> Cursor.parse("'; DROP TABLE"))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.status()).isEqualTo(400));
    }
}
