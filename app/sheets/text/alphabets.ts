/** The letters beyond ASCII each language is written with, in the code page its spreadsheet programs save. Likelier ones first: they win ties. */
export const ALPHABETS: readonly { encoding: string; letters: string }[] = [
  { encoding: 'windows-1252', letters: 'äöüß' },
  { encoding: 'windows-1252', letters: 'àâæçéèêëîïôœùûüÿ' },
  { encoding: 'windows-1252', letters: 'áéíñóúüçàèïòªº·' },
  { encoding: 'windows-1252', letters: 'ãáâàçéêíóôõúüªº' },
  { encoding: 'windows-1252', letters: 'àèéìíîòóù' },
  { encoding: 'windows-1252', letters: 'åäöéàüæøáíóú' },
  { encoding: 'windows-1252', letters: 'äöüßéèêëàâçáíóúñãôîïåøæ' },
  { encoding: 'windows-1250', letters: 'ąćęłńóśźż' },
  { encoding: 'windows-1250', letters: 'áčďéěíňóřšťúůýžäĺľôŕ' },
  { encoding: 'windows-1250', letters: 'áéíóöőúüű' },
  { encoding: 'windows-1250', letters: 'čćđšž' },
  { encoding: 'windows-1250', letters: 'ăâîşţ' },
  { encoding: 'windows-1254', letters: 'çğıİöşüâîû' },
  // After Turkish, whose own letters have the bytes of its eth and thorn.
  { encoding: 'windows-1252', letters: 'áéíóúýþæöð' },
  { encoding: 'windows-1257', letters: 'ąčęėįšųūž' },
  { encoding: 'windows-1257', letters: 'āčēģīķļņšūž' },
  { encoding: 'windows-1257', letters: 'äõöüšž' },
  // Before Cyrillic, whose small letters have the same bytes: its capitals tell it apart.
  { encoding: 'windows-1255', letters: 'אבגדהוזחטיךכלםמןנסעףפץצקרשת' },
  ...['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5'].map((encoding) => ({
    encoding,
    letters: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  })),
  { encoding: 'windows-1251', letters: 'абвгдеєжзиіїйклмнопрстуфхцчшщьюяґ' },
  { encoding: 'windows-1253', letters: 'αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ' },
  { encoding: 'windows-1256', letters: 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگ' },
  { encoding: 'windows-874', letters: 'กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮะัาำิีึืฺุูเแโใไๅๆ็่้๊๋์ํ' },
];

/** Signs that mean nothing for or against a language. */
export const COMMON_SIGNS = '€–—„“”‚‘’…•·°§£®©™«»½²³¿¡№\u00a0´±×';

/**
 * The two-byte encodings: which lead bytes hold their everyday characters (both ends belong), and characters seen most
 * in names of firms and places, headings and answers. Likelier ones first: they win ties.
 */
export const CHARACTER_SETS: readonly {
  encoding: string;
  leads: readonly [number, number][];
  frequent: string;
}[] = [
  {
    encoding: 'gb18030',
    leads: [[0xb0, 0xd7]],
    frequent:
      '的一是不了在人有我他中大来上国个到和地为子时道出而要以下会公司有限分机名称订阅服务企业版旗舰并发数通话录音钟区域并名型商用试过期后可固件本客户从端升级聊天免密登启禁否备注测号厦门北京海广州深圳南山东西湖江酒店饭医院学校银行科技集团工厂贸易信息网络电总部办事处区路楼小新华安平福建明日月年姓方案加急请尽快开通说单位联系地址邮箱套餐管理',
  },
  {
    encoding: 'big5',
    leads: [[0xa4, 0xc6]],
    frequent:
      '的一是不了在人有我他中大來上國個到和地為子時道出而要以下會公司有限分機名稱訂閱服務企業版旗艦並發數通話錄音鐘區域並型商用試過期後可固件本客戶從端升級聊天免密登啟禁否備註測號台北高雄香港九龍中新竹南灣門東西湖江酒店飯醫院學校銀行科技集團工廠貿易信息資訊網路電總部辦事處樓小華安平明日月年姓方案加急請盡快處理開通說單位聯絡地址郵箱管理',
  },
  {
    encoding: 'shift_jis',
    leads: [
      [0x82, 0x83],
      [0x88, 0x97],
    ],
    frequent:
      'のにはをたがでてとしれさあるいうえおかきくけこもやらりん名内線数通話時東京大阪支店本社株式会社営業所日本市区町地域番号録音有無効用期限ー・アイウエオカキクケコサシスセソタチツテトナニネノハヒフヘホマミムメモヤユヨラリルレロワンガギグゲゴザジズゼゾダデドバビブベボパピプペポッャュョィェ',
  },
  {
    encoding: 'euc-kr',
    leads: [[0xb0, 0xc8]],
    frequent:
      '이다는에의을가를은고하지로한사기어서리도시자대인부일아나해원정수스전보장그상주여유제구동과회본요성국선내명금통화녹음지점서울산호텔병원학교은행주식사무소엔터프라얼티밋용체험만료예아니오날짜역도메번호고객이름플랜버',
  },
  {
    encoding: 'euc-jp',
    leads: [
      [0xa4, 0xa5],
      [0xb0, 0xcf],
    ],
    frequent:
      'のにはをたがでてとしれさあるいうえおかきくけこもやらりん名内線数通話時東京大阪支店本社株式会社営業所日本市区町地域番号録音有無効用期限ー・アイウエオカキクケコサシスセソタチツテトナニネノハヒフヘホマミムメモヤユヨラリルレロワンガギグゲゴザジズゼゾダデドバビブベボパピプペポッャュョィェ',
  },
];
