/*
 * Algorithms of the static libgcrypt that this project does not use, left out: a quarter of the DLL.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * libgcrypt finds its algorithms by lists of descriptions, so a program that is linked with one has
 * them all. The descriptions here say that their algorithms are disabled, as
 * GCRYCTL_DISABLE_ALGO has it; libgcrypt then answers that it does not know them. As the symbols are
 * defined here, the linker leaves libgcrypt's objects with the code in their archive.
 *
 * What libgcrypt's self tests want stays, which run where the system is in FIPS mode, whether it is
 * used here or not (SHA-1, SHA-3, public keys); and so does what other objects of libgcrypt call by
 * name (BLAKE2, ChaCha20); and Triple DES, which is in the same object as DES.
 *
 * An object of libgcrypt is left out if all that is asked of it is here. `configure` tries that: with
 * a libgcrypt that divides its algorithms in another way, the DLL has all of them.
 */
#include <gcrypt.h>

/* How the descriptions of ciphers, digests and codes begin; nobody reads more of a disabled one. */
struct algorithm
{
    int number;
    struct
    {
        unsigned int disabled : 1;
    } flags;
    const char *name;
    const void *rest[24];
};

#define LEFT_OUT(description, number)                                                              \
    struct algorithm _gcry_##description = { (number), { 1 }, "", { NULL } }

#if GCRYPT_VERSION_NUMBER >= 0x010b00
LEFT_OUT(cipher_spec_aria128, GCRY_CIPHER_ARIA128);
LEFT_OUT(cipher_spec_aria192, GCRY_CIPHER_ARIA192);
LEFT_OUT(cipher_spec_aria256, GCRY_CIPHER_ARIA256);
#endif
LEFT_OUT(cipher_spec_blowfish, GCRY_CIPHER_BLOWFISH);
LEFT_OUT(cipher_spec_camellia128, GCRY_CIPHER_CAMELLIA128);
LEFT_OUT(cipher_spec_camellia192, GCRY_CIPHER_CAMELLIA192);
LEFT_OUT(cipher_spec_camellia256, GCRY_CIPHER_CAMELLIA256);
LEFT_OUT(cipher_spec_cast5, GCRY_CIPHER_CAST5);
LEFT_OUT(cipher_spec_gost28147, GCRY_CIPHER_GOST28147);
LEFT_OUT(cipher_spec_gost28147_mesh, GCRY_CIPHER_GOST28147_MESH);
LEFT_OUT(cipher_spec_idea, GCRY_CIPHER_IDEA);
LEFT_OUT(cipher_spec_rfc2268_40, GCRY_CIPHER_RFC2268_40);
LEFT_OUT(cipher_spec_rfc2268_128, GCRY_CIPHER_RFC2268_128);
LEFT_OUT(cipher_spec_salsa20, GCRY_CIPHER_SALSA20);
LEFT_OUT(cipher_spec_salsa20r12, GCRY_CIPHER_SALSA20R12);
LEFT_OUT(cipher_spec_seed, GCRY_CIPHER_SEED);
LEFT_OUT(cipher_spec_serpent128, GCRY_CIPHER_SERPENT128);
LEFT_OUT(cipher_spec_serpent192, GCRY_CIPHER_SERPENT192);
LEFT_OUT(cipher_spec_serpent256, GCRY_CIPHER_SERPENT256);
LEFT_OUT(cipher_spec_sm4, GCRY_CIPHER_SM4);
LEFT_OUT(cipher_spec_twofish, GCRY_CIPHER_TWOFISH);
LEFT_OUT(cipher_spec_twofish128, GCRY_CIPHER_TWOFISH128);

LEFT_OUT(digest_spec_crc24_rfc2440, GCRY_MD_CRC24_RFC2440);
LEFT_OUT(digest_spec_crc32, GCRY_MD_CRC32);
LEFT_OUT(digest_spec_crc32_rfc1510, GCRY_MD_CRC32_RFC1510);
LEFT_OUT(digest_spec_gost3411_94, GCRY_MD_GOSTR3411_94);
LEFT_OUT(digest_spec_gost3411_cp, GCRY_MD_GOSTR3411_CP);
LEFT_OUT(digest_spec_rmd160, GCRY_MD_RMD160);
LEFT_OUT(digest_spec_sm3, GCRY_MD_SM3);
LEFT_OUT(digest_spec_stribog_256, GCRY_MD_STRIBOG256);
LEFT_OUT(digest_spec_stribog_512, GCRY_MD_STRIBOG512);
LEFT_OUT(digest_spec_tiger, GCRY_MD_TIGER);
LEFT_OUT(digest_spec_tiger1, GCRY_MD_TIGER1);
LEFT_OUT(digest_spec_tiger2, GCRY_MD_TIGER2);
LEFT_OUT(digest_spec_whirlpool, GCRY_MD_WHIRLPOOL);

LEFT_OUT(mac_type_spec_gost28147_imit, GCRY_MAC_GOST28147_IMIT);
