package com.socialflow.social.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.social.PostsSteps;
import com.socialflow.social.personal.Archive;
import com.socialflow.social.personal.PersonalData;
import com.socialflow.testkit.Person;
import com.socialflow.testkit.Pictures;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Pictures, votes, drafts and scheduled posts are taken along, and go with whom they are of. */
class MediaPersonalDataTest extends PostsSteps {

    @Autowired
    private List<PersonalData> features;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JsonMapper json;

    private String image = "";

    private void keepSomething(Person who) {
        image = http.send(
                        "POST",
                        "/api/v1/me/images?alt=canary%20alt",
                        who,
                        BodyPublishers.ofByteArray(Pictures.file(Pictures.quarters(40, 20), "png")))
                .json()
                .path("id")
                .asString();
        var poll = publish(
                bob, "{\"text\":\"Which?\",\"poll\":{\"options\":[\"Tea\",\"Coffee\"],\"durationSeconds\":3600}}");
        http.post(POSTS + "/" + poll + "/poll/votes", who, "{\"choices\":[1]}");
        http.post("/api/v1/me/drafts", who, "{\"text\":\"canary draft\",\"images\":[\"" + image + "\"]}");
        var hour = clock.instant().plus(Duration.ofDays(1));
        http.post(POSTS, who, "{\"text\":\"canary scheduled\",\"scheduledAt\":\"" + hour + "\"}");
    }

    @Test
    void allOfItIsInTheArchive() {
        keepSomething(alice);

        var files = export(alice);

        assertThat(files.get("social/images/1.json")).contains("canary alt", image);
        assertThat(files.keySet()).anyMatch(path -> path.matches("social/images/[a-z2-7]{32}\\.jpg"));
        assertThat(files.get("social/votes/1.json")).contains("[1]");
        assertThat(files.values()).anyMatch(file -> file.contains("canary draft"));
        assertThat(files.values()).anyMatch(file -> file.contains("canary scheduled"));
        assertThat(export(person("stranger")).keySet())
                .noneMatch(path -> path.matches("social/(images|votes|drafts|scheduled).*"));
    }

    @Test
    void nothingOfItIsLeft() {
        keepSomething(alice);
        var url = jdbc.sql("SELECT name FROM social.image WHERE owner_id = ?")
                .param(alice.account().value())
                .query(String.class)
                .single()
                .replace(".", "-640.");

        for (var feature : features) {
            Integer found;
            do {
                found = transactions.execute(_ -> feature.erase(alice.account(), 1));
            } while (found != null && found > 0);
        }

        for (var rows : List.of(
                "image WHERE owner_id",
                "draft WHERE owner_id",
                "scheduled_post WHERE owner_id",
                "poll_vote WHERE account_id")) {
            assertThat(jdbc.sql("SELECT count(*) FROM social." + rows + " = ?")
                            .param(alice.account().value())
                            .query(Integer.class)
                            .single())
                    .as(rows)
                    .isZero();
        }
        eventually(
                "the file is gone", () -> http.get("/media/images/" + url, null).status() == 404);
    }

    private Map<String, String> export(Person person) {
        var files = new TreeMap<String, String>();
        var archive = new Archive() {
            @Override
            public void json(String path, String description, Object content) {
                assertThat(files.put(path, MediaPersonalDataTest.this.json.writeValueAsString(content)))
                        .as(path)
                        .isNull();
            }

            @Override
            public void object(String path, String mediaType, String description, String objectKey) {
                assertThat(storage.head(objectKey)).as(objectKey).isPresent();
                assertThat(files.put(path, objectKey)).as(path).isNull();
            }
        };
        features.forEach(feature -> feature.export(person.account(), archive));
        return files;
    }
}
