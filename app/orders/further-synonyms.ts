import type { FieldName } from './fields';

/** Headings in Italian, Dutch, Polish, Russian, Turkish, Japanese, Korean and Arabic, a language a line. */
const WORDS: Record<FieldName, string> = {
  name: `
    nome pbx, nome centralino, nome del centralino, nome della sede
    pbx-naam, naam, naam van de centrale, vestiging, locatienaam
    nazwa, nazwa centrali, nazwa pbx, oddział
    название, название атс, имя атс, наименование, филиал
    pbx adı, santral adı, şube, şube adı
    pbx名, 名前, 拠点名, システム名
    pbx 이름, 이름, 지점명
    اسم السنترال, اسم النظام, الاسم, اسم الفرع`,
  plan: `
    piano, piano di abbonamento, licenza, abbonamento
    abonnement type, licentie, pakket
    plan abonamentu, abonament, licencja, pakiet, taryfa
    тариф, тарифный план, план, лицензия, подписка
    abonelik, abonelik planı, lisans, paket planı, tarife
    プラン, 契約プラン, サブスクリプション, ライセンス
    플랜, 요금제, 구독, 라이선스
    الخطة, خطة الاشتراك, الاشتراك, الباقة, الترخيص`,
  extensionCapacity: `
    interni, numero interni, numero di interni, n. interni
    toestellen, aantal toestellen, extensies, aantal extensies
    numery wewnętrzne, liczba numerów wewnętrznych, liczba numerów
    внутренние номера, количество внутренних номеров, число внутренних номеров, кол-во внутренних номеров
    dahili sayısı, dahili, dahililer, dahili hat sayısı
    内線数, 内線, 内線番号数
    내선 수, 내선수, 내선
    عدد التحويلات, التحويلات, عدد الداخليات`,
  concurrentCallCapacity: `
    chiamate contemporanee, chiamate simultanee, canali voce
    gelijktijdige gesprekken, gelijktijdige oproepen, kanalen
    równoczesne połączenia, jednoczesne połączenia, liczba kanałów, kanały
    одновременные вызовы, одновременные звонки, число одновременных вызовов, количество каналов, каналы
    eşzamanlı çağrı, eşzamanlı çağrı sayısı, eş zamanlı çağrı, kanal sayısı
    同時通話数, 同時通話, チャネル数
    동시 통화 수, 동시 통화, 동시통화수, 채널 수
    المكالمات المتزامنة, عدد المكالمات المتزامنة, القنوات`,
  recordingStatus: `
    registrazione, registrazione chiamate, registrazione delle chiamate
    opname, gespreksopname, oproepopname
    nagrywanie, nagrywanie rozmów
    запись, запись звонков, запись вызовов, запись разговоров
    kayıt, çağrı kaydı, görüşme kaydı
    通話録音, 録音
    통화 녹음, 녹음
    التسجيل, تسجيل المكالمات`,
  recordingCapacity: `
    minuti di registrazione, minuti registrazione, minuti
    opnameminuten, minuten opname
    minuty nagrań, minuty nagrywania
    минуты записи, минут записи, объём записи
    kayıt dakikası, kayıt süresi
    録音分数, 録音時間, 録音容量
    녹음 분, 녹음 시간, 녹음 용량
    دقائق التسجيل, سعة التسجيل`,
  regionId: `
    regione, data center regione
    regio, datacentrum
    centrum danych, lokalizacja
    регион, дата-центр, датацентр
    bölge, veri merkezi
    リージョン, 地域, データセンター
    리전, 지역, 데이터 센터
    المنطقة, مركز البيانات`,
  subDomain: `
    sottodominio, nome host
    subdomein, hostnaam
    subdomena, poddomena, nazwa hosta
    поддомен, субдомен, имя хоста
    alt alan adı, alt alan, alt etki alanı
    サブドメイン, ホスト名
    서브도메인, 하위 도메인, 호스트 이름
    النطاق الفرعي, اسم المضيف`,
  domainId: `
    nome di dominio
    domein, domeinnaam
    domena, nazwa domeny
    домен, доменное имя
    alan adı, etki alanı
    ドメイン, ドメイン名
    도메인, 도메인 이름
    النطاق, اسم النطاق`,
  type: `
    tipo di pbx, tipo di ordine
    soort, proef / commercieel
    rodzaj, typ centrali
    тип, тип атс, вид
    tür, pbx türü
    種別, タイプ, 種類
    유형, 종류, pbx 유형
    النوع, نوع السنترال`,
  expirationDate: `
    scadenza, data di scadenza, valido fino al
    vervaldatum, geldig tot, einddatum
    data wygaśnięcia, ważne do, data końca
    дата окончания, действует до, срок действия, дата истечения
    bitiş tarihi, son kullanma tarihi, geçerlilik tarihi
    有効期限, 有効期限日, 満了日, 終了日
    만료일, 만료 날짜, 종료일
    تاريخ الانتهاء, صالح حتى`,
  allowRunAfterExpirationDate: `
    continua dopo la scadenza, attivo dopo la scadenza
    doorgaan na vervaldatum, actief na vervaldatum
    działanie po wygaśnięciu, działa po wygaśnięciu
    работать после окончания, работа после окончания
    bitişten sonra çalışsın, süre sonrası çalışma
    期限後も稼働, 満了後も継続
    만료 후 계속 사용, 만료 후 사용
    التشغيل بعد الانتهاء, الاستمرار بعد الانتهاء`,
  versionId: `
    versione firmware, versione del firmware
    firmwareversie
    oprogramowanie, wersja oprogramowania, wersja firmware
    прошивка, версия прошивки, версия по
    ürün yazılımı, yazılım sürümü, firmware sürümü
    ファームウェア, ファームウェアバージョン, バージョン
    펌웨어, 펌웨어 버전, 버전
    البرنامج الثابت, إصدار البرنامج الثابت`,
  customerIds: `
    clienti, id cliente finale, codice cliente
    klanten, klant, klantnummer, klant-id
    klient, klienci, id klienta, numer klienta
    клиент, клиенты, заказчик, id клиента
    müşteri, müşteriler, müşteri no, müşteri kimliği
    顧客 id, 顧客, お客様, お客様番号
    고객, 고객 id, 고객 번호
    العميل, العملاء, رقم العميل`,
  upgradeInPbx: `
    aggiornamento dal pbx, aggiornamento nel pbx
    upgrade vanuit pbx, upgrade door pbx-beheerder
    aktualizacja w pbx, aktualizacja z centrali
    обновление из атс, обновление в атс
    pbx'ten güncelleme, pbx içinden yükseltme
    pbxからのアップグレード, pbx側アップグレード
    pbx에서 업그레이드
    الترقية من السنترال`,
  im: `
    messaggistica, messaggistica istantanea
    chat intern, berichten
    czat, czat wewnętrzny, komunikator
    чат, внутренний чат, мессенджер
    sohbet, anlık mesajlaşma, dahili sohbet
    チャット, 社内チャット, インスタントメッセージ
    채팅, 사내 채팅, 메신저
    الدردشة, المراسلة الفورية`,
  passwordlessLogin: `
    accesso senza password, login senza password
    inloggen zonder wachtwoord, wachtwoordloos inloggen
    logowanie bez hasła
    вход без пароля
    şifresiz giriş, parolasız giriş
    パスワードレスログイン, パスワードなしログイン
    비밀번호 없는 로그인, 무암호 로그인
    دخول بدون كلمة مرور, تسجيل الدخول بدون كلمة مرور`,
  allowSuperiorPasswordlessLogin: `
    accesso senza password (superiore), accesso senza password del superiore
    inloggen zonder wachtwoord (bovenliggend)
    logowanie bez hasła nadrzędne, logowanie bez hasła (nadrzędne)
    вход без пароля для вышестоящих, вход без пароля (вышестоящий)
    üst şifresiz giriş, şifresiz giriş (üst)
    上位パスワードレスログイン
    상위 계정 비밀번호 없는 로그인
    دخول المشرف بدون كلمة مرور`,
  provisioningViaTemplate: `
    usa modello, provisioning da modello
    sjabloon gebruiken
    użyj szablonu
    использовать шаблон
    şablon kullan
    テンプレートを使用
    템플릿 사용
    استخدام القالب`,
  provisionTemplateId: `
    modello di provisioning
    sjabloon
    szablon
    шаблон
    şablon
    テンプレート
    템플릿
    القالب`,
  transcriptionCapacity: `
    minuti di trascrizione
    transcriptieminuten
    minuty transkrypcji
    минуты расшифровки, минуты транскрипции
    transkripsiyon dakikası
    文字起こし分数
    전사 분
    دقائق النسخ`,
};

/** The further headings of a field. */
export const furtherSynonyms = (name: FieldName): string[] =>
  WORDS[name]
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
