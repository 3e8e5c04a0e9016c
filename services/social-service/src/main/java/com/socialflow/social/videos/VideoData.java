package com.socialflow.social.videos;

import com.socialflow.core.AccountId;
import com.socialflow.social.personal.Archive;
import com.socialflow.social.personal.PersonalData;
import org.springframework.stereotype.Component;

/** What is known here of a person's videos, and what was said about them. */
@Component
class VideoData implements PersonalData {

    private final Farewells farewells;

    VideoData(Farewells farewells) {
        this.farewells = farewells;
    }

    @Override
    public void export(AccountId account, Archive archive) {
        // The video service has the videos, and who wrote the comments is given them.
    }

    @Override
    public int erase(AccountId account, int limit) {
        return farewells.takeBackOf(account, limit);
    }
}
