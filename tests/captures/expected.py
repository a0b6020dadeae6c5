"""What the project's decoders must read in a message, from what Wireshark's dissector reads there.

SPDX-License-Identifier: LGPL-2.1-or-later

Each function gives {name: [value, ...]} in the names of decode.c: numbers as numbers, bytes as
hexadecimal text.
"""

ERROR_BAD_NET_RESP = 58
RPC_S_UNKNOWN_IF = 1717
RPC_S_PROTOCOL_ERROR = 1728

# [MS-SMB2] 2.2.1.2
(NEGOTIATE, SESSION_SETUP, TREE_CONNECT, CREATE, READ, WRITE, IOCTL) = 0, 1, 3, 5, 8, 9, 11

# STATUS_SUCCESS, STATUS_BUFFER_OVERFLOW, STATUS_MORE_PROCESSING_REQUIRED
STATUSES_WITH_BODY = (0, 0x80000005, 0xC0000016)

# 2.2.4: the answer to SMB1's own negotiation, which this client does without.
DIALECT_WILDCARD = 0x02FF
CIPHER_NONE, AES128_CCM = 0, 1
HMAC_SHA256, AES_CMAC = 0, 1

# [MS-NLMP] 2.2.2.1
AV_EOL, AV_FLAGS, AV_TIMESTAMP = 0, 6, 7
AV_SINGLE_HOST, AV_TARGET_NAME, AV_CHANNEL_BINDINGS = 8, 9, 10
AV_FLAG_MIC = 2
CHANNEL_BINDINGS_SIZE = 16

NTLM_SIGNATURE = b"NTLMSSP\0".hex()

NDR_UUID, NDR_VERSION = "8a885d04-1ceb-11c9-9fe8-08002b104860", 2
# [C706] 12.6.3.1
ACCEPTANCE, PROVIDER_REJECTION = 0, 2
ABSTRACT_SYNTAX_NOT_SUPPORTED = 1
RPC_FRAGMENT_SIZE_MAX = 0xFFF8


def header(message):
    numbers = {
        "header.credit_charge": "smb2.credit.charge",
        "header.status": "smb2.nt_status",
        "header.command": "smb2.cmd",
        "header.credits": "smb2.credits.granted",
        "header.flags": "smb2.flags",
        "header.next_command": "smb2.chain_offset",
        "header.message_id": "smb2.msg_id",
        "header.tree_id": "smb2.tid",
        "header.session_id": "smb2.sesid",
    }
    return {
        "header": [0],
        **{name: [message.number(field)] for name, field in numbers.items()},
        "header.signature": [message.raw("smb2.signature")],
    }


# ---- Authentication ------------------------------------------------------------------------------


def av_pairs(token):
    """The server's AV pairs in order, as (id, bytes as hexadecimal text)."""
    for item in token.all("ntlmssp.challenge.target_info")[0].findall("field"):
        kind = item.find("field[@name='ntlmssp.challenge.target_info.item.type']")
        if kind is not None:
            # A type and a length of two bytes each go before the value.
            yield int(kind.get("show"), 0), (item.get("value") or "")[8:]


def ntlm(token):
    """A challenge, and the AV pairs that the client makes of the server's."""
    pairs = list(av_pairs(token))
    values = dict(pairs)
    flags = int.from_bytes(bytes.fromhex(values.get(AV_FLAGS, "")), "little") | AV_FLAG_MIC
    replaced = (AV_EOL, AV_FLAGS, AV_SINGLE_HOST, AV_TARGET_NAME, AV_CHANNEL_BINDINGS)
    sent = [pair for pair in pairs if pair[0] not in replaced]
    sent += [(AV_FLAGS, flags.to_bytes(4, "little").hex()),
             (AV_CHANNEL_BINDINGS, bytes(CHANNEL_BINDINGS_SIZE).hex()),
             (AV_TARGET_NAME, ""), (AV_EOL, "")]
    timestamp = bytes.fromhex(values.get(AV_TIMESTAMP, ""))
    return {
        "ntlm": [0],
        "ntlm.flags": [token.number("ntlmssp.negotiateflags")],
        "ntlm.server_challenge": [token.raw("ntlmssp.ntlmserverchallenge")],
        "ntlm.target_info": [0],
        "ntlm.has_timestamp": [int(bool(timestamp))],
        "ntlm.timestamp": [int.from_bytes(timestamp, "little")],
        "ntlm.pair": [f"{kind}:{value}" for kind, value in sent],
    }


def spnego_init(message):
    return {
        "spnego_init": [0],
        "spnego.mechanism": [field.get("value") for field in message.all("spnego.MechType")],
    }


def spnego_response(message):
    token = message.raw("spnego.responseToken")
    return {
        "spnego_response": [0],
        "spnego.state": [message.number("spnego.negResult")],
        "spnego.mechanism": [message.raw("spnego.supportedMech")],
        "spnego.token": [token],
        "spnego.mic": [message.raw("spnego.mechListMIC")],
        **(ntlm(message) if token.startswith(NTLM_SIGNATURE) else {}),
    }


# ---- SMB -----------------------------------------------------------------------------------------


def cipher(message, dialect):
    """2.2.4.1.2, and before there was such a context, 3.2.5.2."""
    if dialect >= 0x0311:
        return message.number("smb2.negotiate_context.cipher_id", CIPHER_NONE)
    if dialect >= 0x0300 and message.number("smb2.capabilities.encryption"):
        return AES128_CCM
    return CIPHER_NONE


def negotiate(message):
    dialect = message.number("smb2.dialect")
    if dialect == DIALECT_WILDCARD:
        return {"negotiate": [ERROR_BAD_NET_RESP]}
    default_signing = AES_CMAC if dialect >= 0x0300 else HMAC_SHA256
    return {
        "negotiate": [0],
        "negotiate.security_mode": [message.number("smb2.sec_mode")],
        "negotiate.dialect": [dialect],
        "negotiate.server_guid": [message.raw("smb2.server_guid")],
        "negotiate.capabilities": [message.number("smb2.capabilities")],
        "negotiate.cipher": [cipher(message, dialect)],
        "negotiate.signing": [
            message.number("smb2.negotiate_context.signing_id", default_signing)],
        "negotiate.security_blob": [message.raw("smb2.security_blob")],
        **spnego_init(message),
    }


def session_setup(message):
    blob = message.raw("smb2.security_blob")
    values = {
        "session_setup": [0],
        "session_setup.session_flags": [message.number("smb2.session_flags")],
        "session_setup.security_blob": [blob],
    }
    if blob.startswith(NTLM_SIGNATURE):
        values.update(ntlm(message))
    elif blob:
        values.update(spnego_response(message))
    return values


def tree_connect(message):
    return {
        "tree_connect": [0],
        "tree_connect.share_type": [message.number("smb2.share_type")],
        "tree_connect.share_flags": [message.number("smb2.share_flags")],
    }


def create(message):
    file_id = bytes.fromhex(message.raw("smb2.fid"))
    return {
        "create": [0],
        "create.persistent": [int.from_bytes(file_id[:8], "little")],
        "create.transient": [int.from_bytes(file_id[8:], "little")],
    }


def read(message):
    return {"read": [0], "data": [message.raw("smb2.read.blob")]}


def write(message):
    return {"write": [0], "write.written": [message.number("smb2.write.count")]}


def ioctl(message):
    # The input's place comes first, then the output's.
    offset = message.numbers("smb2.olb.offset")[1]
    length = message.numbers("smb2.olb.length")[1]
    return {"ioctl": [0], "data": [message.data[offset:offset + length].hex()]}


BODIES = {
    NEGOTIATE: negotiate,
    SESSION_SETUP: session_setup,
    TREE_CONNECT: tree_connect,
    CREATE: create,
    READ: read,
    WRITE: write,
    IOCTL: ioctl,
}


def message_values(message):
    """The header, and the body where this project decodes one of its kind."""
    body = BODIES.get(message.number("smb2.cmd"))
    has_body = body and message.number("smb2.nt_status") in STATUSES_WITH_BODY
    return {**header(message), **(body(message) if has_body else {})}


# ---- RPC -----------------------------------------------------------------------------------------


def bind_results(pdu):
    """The answers to the contexts of a bind: (result, reason, whether the syntax is NDR 2.0)."""
    for item in pdu.elements[0].findall("field"):
        result = item.find("field[@name='dcerpc.cn_ack_result']")
        if result is None:
            continue
        value = {field.get("name"): field.get("show") for field in item.findall("field")}
        yield (int(result.get("show"), 0), int(value.get("dcerpc.cn_ack_reason", "0"), 0),
               value["dcerpc.cn_ack_trans_id"] == NDR_UUID and
               int(value["dcerpc.cn_ack_trans_ver"], 0) == NDR_VERSION)


def bind_status(results):
    """What a client makes of them that offered one context, with NDR 2.0."""
    if len(results) != 1:
        return RPC_S_PROTOCOL_ERROR
    result, reason, is_ndr = results[0]
    if result == ACCEPTANCE:
        return 0 if is_ndr else RPC_S_PROTOCOL_ERROR
    if result == PROVIDER_REJECTION and reason == ABSTRACT_SYNTAX_NOT_SUPPORTED:
        return RPC_S_UNKNOWN_IF
    return RPC_S_PROTOCOL_ERROR


def bind_ack(pdu, length, results):
    return {
        "pdu": [0],
        "pdu.length": [length],
        "bind_ack": [bind_status(results)],
        "bind_ack.receive_max": [pdu.number("dcerpc.cn_max_xmit")],
        "bind_ack.transmit_max": [pdu.number("dcerpc.cn_max_recv")],
    }


def is_protected(pdu):
    """By RPC's own authentication, which covers and may encrypt the stub."""
    return pdu.number("dcerpc.cn_auth_len") != 0


def stub(pdu):
    """That of the whole answer, which tshark has at its last fragment."""
    for field in pdu.all(""):
        if field.get("show").startswith("Complete stub data"):
            return field.get("value")
    return ""


def response(pdu):
    """A fragment of an answer."""
    is_last = pdu.number("dcerpc.cn_flags.last_frag")
    values = {
        "pdu": [0],
        "pdu.length": [pdu.number("dcerpc.cn_frag_len")],
        "response": [0],
        "response.complete": [is_last],
        "response.left": [max(0, pdu.number("dcerpc.cn_alloc_hint") -
                              (pdu.number("dcerpc.cn_frag_len") - 24))],
    }
    if is_last:
        values["response.stub"] = [stub(pdu)]
    return values


def refused_response(pdu):
    return {"pdu": [0], "pdu.length": [pdu.number("dcerpc.cn_frag_len")],
            "response": [RPC_S_PROTOCOL_ERROR]}
