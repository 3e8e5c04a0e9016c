package com.socialflow.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("engines")
class TestEnginesTest {

    @Test
    void givesEachTestADatabaseOfItsOwn() throws Exception {
        var mine = TestEngines.postgres();
        var yours = TestEngines.postgres();

        assertThat(mine.url()).isNotEqualTo(yours.url());
        try (var connection = DriverManager.getConnection(mine.url(), mine.user(), mine.password());
                var tables = connection.getMetaData().getTables(null, "public", "%", null)) {
            assertThat(tables.next()).isFalse();
        }
    }
}
