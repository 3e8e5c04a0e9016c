package com.socialflow.user.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.testkit.Asvs;
import com.socialflow.user.Api;
import com.socialflow.user.UserServiceTest;
import java.util.HashMap;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody takes a name that looks like somebody else's. */
class NamesAlikeTest extends UserServiceTest {

    /** Cyrillic, Greek, full width, combining, invisible, right to left. */
    @Asvs("V2.2.1")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "s\u043Emeone_1",
                "\u0455omeone_1",
                "some\u03BFne_1",
                "\uFF53omeone_1",
                "someo\u0301ne_1",
                "some\u200Bone_1",
                "some\u202Eone_1",
                "someone\u2024_1",
                "someone_\u0661",
                "someone_1\u0000"
            })
    void lettersOfOtherAlphabetsMakeNoName(String name) {
        var form = new HashMap<>(Api.form(someone()));
        form.put("username", name);

        api.post("/api/v1/accounts", form).isInvalid("username", "malformed");
    }

    @Test
    void theSameNameInOtherCaseOrBetweenBlanksIsTheSamePerson() {
        var name = someone();
        api.register(name);
        var form = new HashMap<>(Api.form(someone()));
        for (var other : new String[] {name.toUpperCase(Locale.ROOT), " " + name + " "}) {
            form.put("username", other);
            assertThat(api.post("/api/v1/accounts", form).status()).isIn(409, 422);
        }
    }
}
