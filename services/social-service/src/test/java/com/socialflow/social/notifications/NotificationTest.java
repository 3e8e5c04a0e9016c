package com.socialflow.social.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import com.socialflow.core.AccountId;
import com.socialflow.core.PostId;
import com.socialflow.proto.social.v1.LikeTakenBack;
import com.socialflow.proto.social.v1.PollEnded;
import com.socialflow.proto.social.v1.PostEdited;
import com.socialflow.proto.social.v1.PostLiked;
import com.socialflow.proto.social.v1.PostPublished;
import com.socialflow.proto.social.v1.PostReposted;
import com.socialflow.proto.social.v1.PostWithdrawn;
import com.socialflow.proto.social.v1.RepostTakenBack;
import com.socialflow.proto.social.v1.Tie;
import com.socialflow.proto.social.v1.TieChanged;
import com.socialflow.social.SocialServiceTest;
import com.socialflow.testkit.Person;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Makes what people do happen: rows as others leave them, and the events. */
abstract class NotificationTest extends SocialServiceTest {

    @Autowired
    protected NotificationEvents events;

    @Autowired
    protected Notifications notifications;

    @Autowired
    protected TransactionTemplate transactions;

    protected PostId post(Person author, String text) {
        return post(author, text, "public", null);
    }

    protected PostId post(Person author, String text, String visibility, @Nullable PostId root) {
        var id = new PostId(ids.next());
        jdbc.sql("""
                INSERT INTO social.post (id, author_id, kind, state, text, visibility, who_may_reply, who_may_quote,
                                         root_id, created_at)
                VALUES (:id, :author, 'post', 'published', :text, :visibility, 'everyone', 'everyone', :root, :now)
                """)
                .param("id", id.value())
                .param("author", author.account().value())
                .param("text", text)
                .param("visibility", visibility)
                .param("root", root == null ? id.value() : root.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    protected void mention(PostId post, Person person) {
        jdbc.sql("INSERT INTO social.post_mention (post_id, account_id) VALUES (?, ?)")
                .param(post.value())
                .param(person.account().value())
                .update();
    }

    protected void follow(Person follower, Person followed, boolean bell) {
        jdbc.sql("INSERT INTO social.follow (follower_id, followed_id, position, bell) VALUES (?, ?, ?, ?)")
                .param(follower.account().value())
                .param(followed.account().value())
                .param(ids.next())
                .param(bell)
                .update();
    }

    protected void block(Person blocker, Person blocked) {
        jdbc.sql("INSERT INTO social.block (blocker_id, blocked_id, position) VALUES (?, ?, ?)")
                .param(blocker.account().value())
                .param(blocked.account().value())
                .param(ids.next())
                .update();
    }

    protected void mute(Person muter, Person muted, boolean notificationsToo) {
        jdbc.sql("INSERT INTO social.mute (muter_id, muted_id, position, notifications) VALUES (?, ?, ?, ?)")
                .param(muter.account().value())
                .param(muted.account().value())
                .param(ids.next())
                .param(notificationsToo)
                .update();
    }

    /** As Kafka delivers them: together, in one transaction. */
    protected void happen(Message... all) {
        transactions.executeWithoutResult(_ -> {
            for (var one : all) {
                switch (one) {
                    case PostPublished event -> events.published(event);
                    case PostEdited event -> events.edited(event);
                    case PostWithdrawn event -> events.withdrawn(event);
                    case PostLiked event -> events.liked(event);
                    case LikeTakenBack event -> events.likeTakenBack(event);
                    case PostReposted event -> events.reposted(event);
                    case RepostTakenBack event -> events.repostTakenBack(event);
                    case TieChanged event -> events.tieChanged(event);
                    case PollEnded event -> events.pollEnded(event);
                    default -> throw new IllegalArgumentException(one.toString());
                }
            }
        });
    }

    protected static PostLiked liked(Person by, PostId post, Person author) {
        return PostLiked.newBuilder()
                .setAccount(by.account().value())
                .setPost(post.value())
                .setAuthor(author.account().value())
                .build();
    }

    protected static LikeTakenBack likeTakenBack(Person by, PostId post, Person author) {
        return LikeTakenBack.newBuilder()
                .setAccount(by.account().value())
                .setPost(post.value())
                .setAuthor(author.account().value())
                .build();
    }

    protected static PostPublished.Builder published(PostId post, Person author) {
        return PostPublished.newBuilder()
                .setPost(post.value())
                .setAuthor(author.account().value())
                .setRoot(post.value())
                .setRootAuthor(author.account().value());
    }

    protected static TieChanged tie(Person account, Person other, Tie tie, boolean present) {
        return TieChanged.newBuilder()
                .setAccount(account.account().value())
                .setOther(other.account().value())
                .setTie(tie)
                .setPresent(present)
                .build();
    }

    protected List<JsonNode> list(Person who) {
        return list(who, "all");
    }

    protected List<JsonNode> list(Person who, String filter) {
        var answer = http.get("/api/v1/notifications?filter=" + filter, who);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var items = new ArrayList<JsonNode>();
        answer.json().path("items").forEach(items::add);
        return items;
    }

    protected List<String> kinds(Person who) {
        return list(who).stream().map(item -> item.path("kind").asString()).toList();
    }

    protected int unread(Person who) {
        return http.get("/api/v1/notifications/unread", who)
                .json()
                .path("count")
                .asInt();
    }

    protected void settings(Person who, String json) {
        var answer = http.send(
                "PUT",
                "/api/v1/me/notification-settings",
                who,
                BodyPublishers.ofString(json),
                "Content-Type",
                "application/json");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    protected int rows(AccountId account) {
        return jdbc.sql("SELECT count(*) FROM social.notification WHERE account_id = ?")
                .param(account.value())
                .query(Integer.class)
                .single();
    }
}
