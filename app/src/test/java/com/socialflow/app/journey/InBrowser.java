package com.socialflow.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInfo;

/** A journey of a visitor with a fresh profile, whose pages may not complain and end as a picture. */
@Tag("browser")
abstract class InBrowser {

    protected Visitor visitor;

    @BeforeEach
    void arrive() {
        visitor = arrival();
    }

    /** How the visitor comes. */
    Visitor arrival() {
        return Visitor.arrives();
    }

    @AfterEach
    void leave(TestInfo test) {
        visitor.photographs("end-of-" + test.getTestMethod().orElseThrow().getName());
        var complaints = visitor.complaints();
        visitor.close();
        assertThat(complaints).isEmpty();
    }
}
