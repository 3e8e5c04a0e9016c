package com.socialflow.user.audit;

import com.google.protobuf.InvalidProtocolBufferException;
import com.socialflow.core.AccountId;
import com.socialflow.platform.audit.Audit;
import com.socialflow.platform.audit.AuditEntry;
import com.socialflow.proto.audit.v1.AuditRecorded;
import com.socialflow.user.Answer;
import com.socialflow.user.Api;
import com.socialflow.user.UserServiceTest;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit log without Kafka: what lies in the outbox is handed to it. */
abstract class AuditTest extends UserServiceTest {

    private static final String TYPE = AuditRecorded.getDescriptor().getFullName();

    final AuditLog log;
    final Audit audit;
    final JdbcClient jdbc;

    AuditTest(AuditLog log, Audit audit, JdbcClient jdbc) {
        this.log = log;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    /** A signed-in person. */
    record Person(AccountId id, String token) {

        String[] bearer() {
            return new String[] {"Authorization", "Bearer " + token};
        }
    }

    Person person(String... roles) {
        var name = someone();
        var id = AccountId.parse(api.register(name).text("id"));
        jdbc.sql("""
                UPDATE "user".account SET roles = :roles WHERE id = :id
                """).param("roles", roles).param("id", id.value()).update();
        return new Person(id, api.signIn(name, Api.PASSWORD).text("accessToken"));
    }

    Answer get(Person person, String path) {
        return api.get(path, person.bearer());
    }

    /** What waits in the outbox. */
    List<AuditRecorded> waiting() {
        return jdbc.sql("""
                SELECT payload FROM "user".outbox WHERE event_type = :type ORDER BY position
                """)
                .param("type", TYPE)
                .query((row, _) -> event(row.getBytes(1)))
                .list();
    }

    private static AuditRecorded event(byte[] payload) {
        try {
            return AuditRecorded.parseFrom(payload);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Hands over what waits, one by one as Kafka would. */
    void carry() {
        waiting().forEach(event -> log.append(event));
        jdbc.sql("""
                DELETE FROM "user".outbox WHERE event_type = :type
                """).param("type", TYPE).update();
    }

    /** Records something about a person, and has it in the log. */
    void recorded(String action, AccountId account, Map<String, String> details) {
        audit.record(AuditEntry.done(action, account, details));
        carry();
    }

    long size() {
        return log.size();
    }
}
