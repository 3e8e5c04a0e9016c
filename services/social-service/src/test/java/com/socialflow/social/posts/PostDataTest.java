package com.socialflow.social.posts;

import static org.assertj.core.api.Assertions.assertThat;

import com.socialflow.core.AccountId;
import com.socialflow.social.PostsSteps;
import com.socialflow.social.personal.Archive;
import com.socialflow.social.personal.PersonalData;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class PostDataTest extends PostsSteps {

    @Autowired
    private List<PersonalData> features;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JsonMapper json;

    @Test
    void aPersonTakesEverythingAlong() {
        var id = post(alice, "First words");
        http.patch(POSTS + "/" + id, alice, "{\"text\":\"Second words\"}");
        react("like", post(bob, "Liked"), alice);
        react("bookmark", post(bob, "Kept"), alice);
        react("repost", post(bob, "Passed on"), alice);

        var files = export(alice.account());

        assertThat(files.get("social/posts/0001.json"))
                .contains("First words")
                .contains("Second words")
                .doesNotContain("Liked");
        assertThat(files)
                .containsKeys("social/likes/0001.json", "social/bookmarks/0001.json", "social/reposts/0001.json");
        assertThat(export(person("stranger").account())).isEmpty();
    }

    @Test
    void nothingOfWhoIsGoneIsLeft() {
        var root = post(alice, "Mine");
        var reply = reply(bob, root, "To you, " + at("alice", alice));
        var quote = quote(bob, root, "As you say");
        var liked = post(bob, "Liked");
        react("like", liked, alice);
        react("repost", liked, alice);

        erase(alice.account());

        assertThat(status(root, bob)).isEqualTo(404);
        assertThat(read(liked, bob).at("/counts/likes").asInt()).isZero();
        assertThat(read(liked, bob).at("/counts/reposts").asInt()).isZero();
        assertThat(read(reply, bob).path("text").asString()).startsWith("To you");
        assertThat(read(reply, bob).path("entities")).isEmpty();
        assertThat(read(quote, bob).at("/quote/state").asString()).isEqualTo("unavailable");
        var left = jdbc.sql("""
                SELECT (SELECT count(*) FROM social.post
                         WHERE author_id = :id OR reply_to_author = :id OR quote_author = :id
                            OR entities::text LIKE '%' || :word || '%')
                     + (SELECT count(*) FROM social.post_mention WHERE account_id = :id)
                     + (SELECT count(*) FROM social.post_like WHERE account_id = :id)
                     + (SELECT count(*) FROM social.repost WHERE account_id = :id)
                """)
                .param("id", alice.account().value())
                .param("word", alice.account().toString())
                .query(Integer.class)
                .single();
        assertThat(left).isZero();
    }

    private void erase(AccountId account) {
        for (var feature : features) {
            Integer found;
            do {
                found = transactions.execute(_ -> feature.erase(account, 2));
            } while (found != null && found > 0);
        }
    }

    private Map<String, String> export(AccountId account) {
        var files = new HashMap<String, String>();
        var archive = new Archive() {
            @Override
            public void json(String path, String description, Object content) {
                assertThat(files.put(path, json.writeValueAsString(content))).isNull();
            }

            @Override
            public void object(String path, String mediaType, String description, String objectKey) {
                throw new AssertionError(path);
            }
        };
        features.forEach(feature -> feature.export(account, archive));
        return files;
    }
}
